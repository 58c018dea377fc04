using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Hall;

/// <summary>
/// What somebody typed, on its way from the form to the check-answers page: sealed in a cookie of this browser for a quarter of an hour, bound to the
/// hold it is for, and nowhere on the server. So nothing is asked twice, and the back button shows what was typed.
/// </summary>
public sealed class BookingNotes(IDataProtectionProvider protection)
{
    private const string Cookie = "portal.booking";
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("booking-notes").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string link, TypedPerson person)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(new Note(link, person)), s_kept), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Path = "/booking",
            Secure = http.Request.IsHttps,
        });
    }

    public TypedPerson? Read(HttpContext http, string link)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            return http.Request.Cookies[Cookie] is { } sealedText && JsonSerializer.Deserialize<Note>(_protector.Unprotect(sealedText)) is { } note && note.Link == link ? note.Person : null;
        }
        catch (CryptographicException)
        {
            // Altered or too old: it is typed again.
            return null;
        }
    }

    public static void Forget(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/booking" });
    }

    private sealed record Note(string Link, TypedPerson Person);
}
