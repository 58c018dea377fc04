using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Codes;
using NewCitizen.Identity;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Residents;

[Authorize(NewCitizenPolicies.Write)]
public sealed class RegisterModel(ResidentManager residents) : PortalPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["/name"] = "Form.Name",
        ["/document/kind"] = "Form.DocumentKind",
        ["/document/number"] = "Form.DocumentNumber",
        ["/document/country"] = "Form.DocumentCountry",
        ["/sex"] = "Form.Sex",
        ["/birthDate"] = "Form.BirthDate",
        ["/phone"] = "Form.Phone",
        ["/residence/address"] = "Form.Address",
        ["/residence/since"] = "Form.Since",
        ["/residence/dwellingType"] = "Form.DwellingType",
        ["/ethnicity"] = "Form.Ethnicity",
        ["/education"] = "Form.Education",
        ["/inflowReason"] = "Form.InflowReason",
        ["/employer"] = "Form.Employer",
        ["/originAddress"] = "Form.OriginAddress",
    };

    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    public IReadOnlyList<(string Value, string Text)> Kinds { get; } =
        [(string.Empty, Words.T("按号码自动识别", "Told by the number")), .. IdentityDocumentKinds.All.Select(kind => (((int)kind).ToString(CultureInfo.InvariantCulture), kind.Name()))];

    public IReadOnlyList<(string Value, string Text)> Choice(CodeTable table) => Choices(table, Today);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => RegisterAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private static string? Country(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ToUpperInvariant();

    private async Task<string?> RegisterAsync(CancellationToken cancellationToken)
    {
        var since = ReadDate("Form.Since", Form.Since, Words.T("入住日期", "Lives there since"));
        var birth = ReadDate("Form.BirthDate", Form.BirthDate, Words.T("出生日期", "Birth date"));
        var command = new RegisterResident
        {
            Name = Form.Name ?? string.Empty,
            Document = new StatedDocument { Kind = Form.DocumentKind, Number = Form.DocumentNumber ?? string.Empty, Country = Country(Form.DocumentCountry) },
            Sex = Form.Sex,
            BirthDate = birth,
            Phone = Form.Phone,
            Ethnicity = Form.Ethnicity,
            Education = Form.Education,
            InflowReason = Form.InflowReason,
            Employer = Form.Employer,
            OriginAddress = Form.OriginAddress,
            Residence = new StatedResidence { Address = Form.Address ?? string.Empty, Since = since, RegisteredOn = Today, DwellingType = Form.DwellingType },
            Source = new RecordSource("counter"),
        };
        if (Errors.Any)
        {
            // An unreadable date stops here, but the clerk hears of everything else at once.
            Errors.Take(residents.Check(command), s_fields, "Form.DocumentNumber");
            return null;
        }

        var key = StoreKey(
            Form.Name, Form.DocumentKind, Form.DocumentNumber, Form.DocumentCountry, Form.Sex, Form.BirthDate, Form.Phone, Form.Address, Form.Since, Form.DwellingType, Form.Ethnicity, Form.Education, Form.InflowReason, Form.Employer, Form.OriginAddress);
        var outcome = await residents.RegisterAsync(Desk, command, key, cancellationToken);
        Errors.Take(outcome.Issues, s_fields, "Form.DocumentNumber");
        return outcome.Succeeded ? $"/residents/{outcome.Value.Id}/registered?effect={outcome.Value.Effect}" : null;
    }
}
