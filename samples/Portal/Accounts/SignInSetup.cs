using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.AspNetCore.Access;

namespace Portal.Accounts;

/// <summary>Sign-in by cookie: from demo accounts, or from OpenID Connect when its section is configured.</summary>
internal static class SignInSetup
{
    public const string RateLimit = "sign-in";

    /// <summary>Tries of a number with the last four characters.</summary>
    public const string LookUpLimit = "look-up";

    public static bool UsesOpenIdConnect(this IConfiguration configuration) => !string.IsNullOrEmpty(configuration["Authentication:OpenIdConnect:Authority"]);

    public static void AddPortalSignIn(this WebApplicationBuilder builder)
    {
        var cookies = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "portal.user";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = Secure(builder.Environment);
            options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });

        if (builder.Configuration.UsesOpenIdConnect())
        {
            cookies.AddOpenIdConnect(options =>
            {
                builder.Configuration.Bind("Authentication:OpenIdConnect", options);
                options.ResponseType = "code";
                options.UsePkce = true;
                options.MapInboundClaims = false;
                options.SaveTokens = false;
                options.TokenValidationParameters.RoleClaimType = NewCitizenClaims.Role;
            });
        }
        else
        {
            builder.Services.AddSingleton<IAccountAnnouncer, ConsoleAnnouncer>();
            builder.Services.AddSingleton<DemoAccounts>();
        }

        var lookUps = builder.Configuration.GetValue("Portal:LookUpsPerMinute", 20);
        var perMinute = builder.Configuration.GetValue("Portal:SignInsPerMinute", 10);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(RateLimit, http => Partition(http, perMinute));
            options.AddPolicy(LookUpLimit, http => Partition(http, lookUps));

            // The same look-up over the API, whoever asks: an account that was taken over shall not try numbers either.
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.Value?.EndsWith("/appointments/find", StringComparison.OrdinalIgnoreCase) == true ? Partition(http, lookUps) : RateLimitPartition.GetNoLimiter("other"));
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext http, int perMinute) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("reading");

    // Only a developer's own machine may go without TLS.
    public static CookieSecurePolicy Secure(IHostEnvironment environment) => environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
