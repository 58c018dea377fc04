using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using NewCitizen.Samples.Tests.Portal;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>The portal on a real port and one Chromium.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;

    public PortalFactory Portal { get; } = new();

    public IBrowser? Browser { get; private set; }

    public string Address => Portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Folder for pictures of all pages, to be looked at.</summary>
    public static string Pictures { get; } = Path.Combine(RepositoryRoot(), "artifacts", "screenshots");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        Portal.UseKestrel(0);
        Portal.StartServer();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Directory.CreateDirectory(Pictures);
    }

    /// <summary>Skips where there is no Chromium; on a build server that is a failure.</summary>
    public IBrowser Require()
    {
        var onBuildServer = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.False(Browser is null && onBuildServer, "Chromium is missing: install the package chromium.");
        Skip.If(Browser is null, "Chromium (/usr/bin/chromium) is not installed; pages were not looked at in a browser.");
        return Browser!;
    }

    public async Task<IBrowserContext> OpenAsync(int width, bool script, bool elder = false, string language = "zh-CN")
    {
        var context = await Require().NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            JavaScriptEnabled = script,

            // The pages forbid all script; only the checker needs some.
            BypassCSP = script,
            Locale = language,
        });
        if (elder)
        {
            await context.AddCookiesAsync([new Cookie { Name = "portal.view", Value = "elder", Url = Address }]);
        }

        if (language == "en")
        {
            await context.AddCookiesAsync([new Cookie { Name = "portal.language", Value = "c%3Den%7Cuic%3Den", Url = Address }]);
        }

        return context;
    }

    public async Task SignInAsync(IPage page, string account)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#Account", account);
        await page.FillAsync("#Password", Portal.PasswordOf(account));
        await page.ClickAsync("main button[type=submit]");
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
