using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Housing;
using Portal.Field;
using Portal.Stays;

namespace Portal.Pages.Stay;

public sealed class WhenModel(StayNotes notes, HousingManager homes, AddressManager addresses, Doors doors) : StayPage(notes, homes, addresses, doors)
{
    public void OnGet()
    {
    }

    public IActionResult OnPost(string? on, string? plannedDays, string? room)
    {
        (Answers.On, Answers.PlannedDays, Answers.Room) = (on?.Trim(), plannedDays?.Trim(), room?.Trim());
        var day = ReadDate("On", Answers.On, Words.T("入住日期", "Lives there since"));
        if (string.IsNullOrEmpty(Answers.On))
        {
            Errors.Add("On", Words.T("请填写入住日期", "Enter the day you moved in"));
        }
        else if (day > Today)
        {
            Errors.Add("On", Words.T("入住日期不能晚于今天", "The day you moved in is not later than today"));
        }

        if (!string.IsNullOrEmpty(Answers.PlannedDays) && Answers.Days is null or < 1 or > 36_500)
        {
            Errors.Add("PlannedDays", Words.T("请填写天数，例如 90", "Enter a number of days, such as 90"));
        }

        if (Errors.Any)
        {
            return Page();
        }

        Notes.Keep(HttpContext, Answers);
        return Redirect("/stay/more");
    }
}
