using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.AspNetCore.Access;
using Portal.Accounts;
using Portal.Forms;

namespace Portal.Pages;

[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class SignInModel(IConfiguration configuration, IServiceProvider services) : PortalPage
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    public bool External { get; } = configuration.UsesOpenIdConnect();

    public void OnGet(string? returnUrl) => Back = returnUrl;

    public IActionResult OnGetExternal(string? back) => External
        ? Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(back) ? back : "/" }, OpenIdConnectDefaults.AuthenticationScheme)
        : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (External)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Account))
        {
            Errors.Add("Account", Words.T("请填写账号", "Enter your account"));
        }

        if (string.IsNullOrEmpty(Password))
        {
            Errors.Add("Password", Words.T("请填写密码", "Enter your password"));
        }

        if (Errors.Any)
        {
            return Page();
        }

        if (services.GetRequiredService<DemoAccounts>().SignIn(Account, Password) is not { } account)
        {
            Errors.Add("Account", Words.T("账号或密码不正确", "The account or the password is wrong"));
            return Page();
        }

        var identity = new ClaimsIdentity(
            [new(NewCitizenClaims.Account, account.Name), new(NewCitizenClaims.Agency, account.Agency), new(NewCitizenClaims.Role, account.Role)],
            CookieAuthenticationDefaults.AuthenticationScheme,
            NewCitizenClaims.Account,
            NewCitizenClaims.Role);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/");
    }
}
