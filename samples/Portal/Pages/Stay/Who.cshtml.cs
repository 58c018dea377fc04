using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Identity;
using NewCitizen.People;
using Portal.Field;
using Portal.Stays;

namespace Portal.Pages.Stay;

public sealed class WhoModel(StayNotes notes, HousingManager homes, AddressManager addresses, Doors doors) : StayPage(notes, homes, addresses, doors)
{
    protected override bool IsFirst => true;

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? address, string? name, string? kind, string? number)
    {
        (Answers.Name, Answers.Kind, Answers.Number) = (name?.Trim(), kind, number?.Trim());
        if (Door is null)
        {
            Answers.Address = address?.Trim();
            if (string.IsNullOrEmpty(Answers.Address))
            {
                Errors.Add("Address", Words.T("请填写住处地址", "Enter the address"));
            }
        }

        // What can be told from the form alone is told here; the manager looks at all of it again.
        if (string.IsNullOrEmpty(Answers.Name))
        {
            Errors.Add("Name", Words.T("请填写姓名", "Enter the full name"));
        }
        else if (!PersonName.TryParse(Answers.Name, out _, out var nameError))
        {
            Errors.Add("Name", nameError.Format(null, []));
        }

        if (string.IsNullOrEmpty(Answers.Number))
        {
            Errors.Add("Number", Words.T("请填写证件号码", "Enter the identity number"));
        }
        else if (string.IsNullOrEmpty(Answers.Kind) && Answers.Number.Length == 18 && !CitizenNumber.TryParse(Answers.Number, out _, out var numberError))
        {
            Errors.Add("Number", numberError.Format(null, []));
        }

        if (Errors.Any)
        {
            return Page();
        }

        Notes.Keep(HttpContext, Answers);
        return Redirect("/stay/when");
    }
}
