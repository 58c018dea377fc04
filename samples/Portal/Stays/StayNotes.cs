using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NewCitizen.Agencies;
using NewCitizen.Collection;

namespace Portal.Stays;

/// <summary>
/// What somebody typed on the way to the check-answers page: sealed in a cookie of this browser for half an hour, and nowhere on the server. So nothing is asked twice.
/// </summary>
public sealed class StayNotes(IDataProtectionProvider protection)
{
    private const string Cookie = "portal.stay";
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(30);
    private readonly ITimeLimitedDataProtector _answers = protection.CreateProtector("stay-notes").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _links = protection.CreateProtector("stay-links").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, StayAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(Cookie, _answers.Protect(JsonSerializer.Serialize(answers), s_kept), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Path = "/stay",
            Secure = http.Request.IsHttps,
        });
    }

    public StayAnswers? Read(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Cookies[Cookie] is { } text && Open(_answers, text) is { } json ? JsonSerializer.Deserialize<StayAnswers>(json) : null;
    }

    public static void Forget(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/stay" });
    }

    /// <summary>The page with the number is for whoever has just declared, for half an hour.</summary>
    public string Seal(AgencyId agency, StayReportId id) => _links.Protect($"{agency} {id}", s_kept);

    public (AgencyId Agency, StayReportId Report)? OpenLink(string link) =>
        Open(_links, link)?.Split(' ') is [var agency, var id] && StayReportId.TryParse(id, null, out var report) ? (AgencyId.Parse(agency), report) : null;

    private static string? Open(ITimeLimitedDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            // Altered or too old: it is typed again.
            return null;
        }
    }
}
