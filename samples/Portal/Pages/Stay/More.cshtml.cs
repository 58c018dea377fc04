using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Housing;
using NewCitizen.People;
using Portal.Field;
using Portal.Stays;

namespace Portal.Pages.Stay;

public sealed class MoreModel(StayNotes notes, HousingManager homes, AddressManager addresses, Doors doors) : StayPage(notes, homes, addresses, doors)
{
    public IReadOnlyList<(string Value, string Text)> Reasons => Choices(CodeTables.InflowReason, Today);

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? phone, string? employer, string? inflowReason)
    {
        (Answers.Phone, Answers.Employer, Answers.InflowReason) = (phone?.Trim(), employer?.Trim(), inflowReason);
        if (!string.IsNullOrEmpty(Answers.Phone) && !MobileNumber.TryParseLenient(Answers.Phone, out _, out var phoneError))
        {
            Errors.Add("Phone", phoneError.Format(null, []));
        }

        if (Errors.Any)
        {
            return Page();
        }

        Notes.Keep(HttpContext, Answers);
        return Redirect("/stay/check");
    }
}
