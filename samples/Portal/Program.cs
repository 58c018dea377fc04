using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using NewCitizen.Appointments.Credit;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Divisions;
using NewCitizen.Maintenance;
using NewCitizen.Permits;
using NodaTime;
using NewCitizen.Housing.Policies;
using Portal.Accounts;
using Portal.Field;
using Portal.Hall;
using Portal.Hosting;
using Portal.Imports;
using Portal.Permits;
using Portal.Security;
using Portal.Seeding;
using Portal.Stays;

// --demo alone fills the hall with a played day; the configuration wants a value with it.
var builder = WebApplication.CreateBuilder([.. args.Select(arg => arg == "--demo" ? "--demo=true" : arg)]);
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
{
    builder.WebHost.UseUrls("http://localhost:5080");
}

var paths = PortalPaths.Of(builder.Configuration, builder.Environment);
var secure = SignInSetup.Secure(builder.Environment);
builder.Services.AddSingleton(paths);

// A demonstration may begin at a moment of its own, such as a working day's morning.
if (builder.Configuration.GetValue("demo", false) || builder.Configuration["demo-now"] is { Length: > 0 })
{
    var clock = new DemoClock(DemoClock.Start(builder.Configuration["demo-now"]));
    builder.Services.AddSingleton(clock).AddSingleton<IClock>(clock);
}

// The SDK: managers on one SQLite file or a PostgreSQL database, endpoints, and policies of agency and role.
builder.Services.AddNewCitizen().UsePortalStore(paths).AddValidation().AddExchange().AddAspNetCore().AddAppointmentReminders().AddFieldWork();
// What the city has set for homes that are let; without a file nothing is set, and the rules say so.
if (builder.Configuration["Portal:OccupancyPolicies"] is { Length: > 0 } standards)
{
    builder.Services.AddNewCitizen().UseOccupancyPolicies(OccupancyPolicyReader.ReadFile(standards));
}

if (builder.Configuration["Portal:BookingCredit"] is { Length: > 0 } creditFile)
{
    builder.Services.AddNewCitizen().UseBookingCredit(CreditRuleReader.ReadFile(creditFile));
}

// Offers, closures, reminders and limits are brought up to date every minute for the agencies of this portal.
builder.Services.AddOptions<MaintenanceOptions>().Configure<HallContexts>((options, halls) => options.Agencies.UnionWith(halls.Agencies));

// Permits go by the law and by what is known of the city: Binhai in Tianjin unless the portal stands elsewhere.
builder.Services.Configure<PermitOptions>(options => options.Division = DivisionCode.Parse(builder.Configuration["Portal:Division"] is { Length: > 0 } stated ? stated : "120116"));
builder.AddPortalSignIn();
builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
builder.Services.AddDataProtection().SetApplicationName("newcitizen-portal").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(paths.Data, "cookie-keys")));
builder.Services.AddAntiforgery(options =>
{
    options.Cookie.Name = "portal.form";
    options.Cookie.HttpOnly = true;
    options.Cookie.SameSite = SameSiteMode.Strict;
    options.Cookie.SecurePolicy = secure;
});
builder.Services.AddRazorPages(options =>
{
    options.Conventions.AuthorizeFolder("/", NewCitizenPolicies.Read);
    options.Conventions.AllowAnonymousToPage("/Index");
    options.Conventions.AllowAnonymousToPage("/SignIn");
    options.Conventions.AllowAnonymousToPage("/Status");
    options.Conventions.AllowAnonymousToFolder("/Kiosk");
    options.Conventions.AllowAnonymousToFolder("/Hall");
    options.Conventions.AllowAnonymousToFolder("/Book");
    options.Conventions.AllowAnonymousToFolder("/My");
    options.Conventions.AllowAnonymousToFolder("/Declare");
    options.Conventions.AllowAnonymousToPage("/Field/Scan");
    options.Conventions.AllowAnonymousToFolder("/Permits");
    options.Conventions.AllowAnonymousToFolder("/Stay");
});
builder.Services.AddOpenApi();

// Chinese as it is instead of as &#x…; entities: a third of the bytes, and readable in the source of a page.
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.Configure<FormOptions>(options =>
{
    options.ValueCountLimit = 100;
    options.ValueLengthLimit = 8 * 1024;
});
builder.Services.Configure<RequestLocalizationOptions>(options =>
{
    var cultures = new[] { CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en") };
    options.DefaultRequestCulture = new RequestCulture(cultures[0]);
    options.SupportedCultures = options.SupportedUICultures = cultures;
    options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Preferences.LanguageCookie }];
});
builder.Services.AddSingleton<HallContexts>();
builder.Services.AddSingleton<BookingNotes>();
builder.Services.AddSingleton<WaitLinks>();
builder.Services.AddSingleton<PermitLinks>();
builder.Services.AddSingleton<StayNotes>();
builder.Services.AddSingleton<Doors>();
builder.Services.AddSingleton<SearchTokens>();
builder.Services.AddSingleton<SubmittedForms>();
builder.Services.AddSingleton<RosterImportService>();
builder.Services.AddHostedService<PortalStart>();

var app = builder.Build();
app.UseSecurityHeaders();
if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/status/500");
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseRequestLocalization();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages();
app.MapPreferences(secure);
app.MapGroup("/api/v1").MapNewCitizen();
app.MapOpenApi().RequireAuthorization(NewCitizenPolicies.Read);
app.MapNewCitizenHealth("/health");
await app.RunAsync();
