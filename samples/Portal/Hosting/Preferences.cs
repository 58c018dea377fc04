using Microsoft.AspNetCore.Localization;

namespace Portal.Hosting;

/// <summary>Language and elder view: plain links that set a cookie and go back. Open to all; they hold nothing about anybody.</summary>
internal static class Preferences
{
    public const string LanguageCookie = "portal.language";
    public const string ViewCookie = "portal.view";
    public const string Elder = "elder";

    public static bool IsElder(HttpContext http) => http.Request.Cookies[ViewCookie] == Elder;

    public static void MapPreferences(this IEndpointRouteBuilder endpoints, CookieSecurePolicy secure)
    {
        endpoints.MapGet("/language/{to}", (string to, string? back, HttpContext http) =>
            Remember(http, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to == "en" ? "en" : "zh-CN")), back, secure)).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/view/{to}", (string to, string? back, HttpContext http) =>
            Remember(http, ViewCookie, to == Elder ? Elder : "standard", back, secure)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Remember(HttpContext http, string cookie, string value, string? back, CookieSecurePolicy secure)
    {
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = secure == CookieSecurePolicy.Always || http.Request.IsHttps,
        });

        // Only a path of this site: "//elsewhere" and "/\elsewhere" are other sites to a browser.
        var local = back is ['/', ..] && back is not ['/', '/' or '\\', ..] && !back.Any(char.IsControl);
        return Results.LocalRedirect(local ? back! : "/");
    }
}
