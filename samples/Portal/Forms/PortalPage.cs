using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Calendars;
using NewCitizen.Codes;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;
using Portal.Security;

namespace Portal.Forms;

/// <summary>What the pages share: whose desk it is, form keys, errors.</summary>
public abstract class PortalPage : PageModel
{
    private AccessContext? _desk;

    /// <summary>Hidden in every form: tells a second sending of the same form.</summary>
    [BindProperty]
    public string? FormKey { get; set; }

    public FormErrors Errors { get; } = new();

    protected virtual AccessContext Desk => _desk ??= HttpContext.RequestServices.GetRequiredService<IAccessContextFactory>().Create(User);

    protected LocalDate Today => ShanghaiTime.Today(HttpContext.RequestServices.GetRequiredService<IClock>());

    public static string NewFormKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Choices of a code table with a blank first one.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(CodeTable table, LocalDate today) =>
        [(string.Empty, Words.T("请选择", "Choose")), .. table.Entries.Where(entry => entry.IsInForce(today)).Select(entry => (entry.Code, entry.NameIn(CultureInfo.CurrentUICulture)))];

    /// <summary>Name of a coded value in the reader's language.</summary>
    public static string? NameOf(CodeTable table, CodedValue? value) => value is { Code: { } code } ? table.Find(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code : value?.ToString();

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Makes the store's request key of the form: the key, and a digest of what was entered.</summary>
    protected RequestKey? StoreKey(params IReadOnlyList<string?> entered)
    {
        if (FormKey is not { Length: 32 } key || !key.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var text = string.Join('\u001f', entered.Select(value => value?.Trim()));
        return new RequestKey($"portal:{key}", SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Runs a form once; the page to go to, or null when it was refused.</summary>
    protected async Task<IActionResult> SubmitAsync(Func<Task<string?>> submit, Func<Task<IActionResult>> again)
    {
        var forms = HttpContext.RequestServices.GetRequiredService<SubmittedForms>();
        var page = await forms.OnceAsync(Desk.Agency + " " + Desk.Actor, FormKey, submit);
        if (page is null && !Errors.Any)
        {
            // The first sending was refused on another request; say here, too, why.
            page = await submit();
        }

        return page is null ? await again() : LocalRedirect(page);
    }

    /// <summary>Reads a date field; blank gives null, nonsense adds an error.</summary>
    protected LocalDate? ReadDate(string field, string? text, string label)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var result = LocalDatePattern.Iso.Parse(text.Trim());
        if (result.Success)
        {
            return result.Value;
        }

        Errors.Add(field, Words.T($"{label}：请按 2026-01-31 的形式填写", $"{label}: enter a date like 2026-01-31"));
        return null;
    }
}
