using Microsoft.Playwright;
using NewCitizen.Samples.Tests.Portal;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>Opens every page without script on a phone and on a desk, and takes its picture.</summary>
public sealed class PictureTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [SkippableTheory]
    [InlineData(360, false, "zh-CN")]
    [InlineData(1280, false, "zh-CN")]
    [InlineData(360, true, "zh-CN")]
    [InlineData(1280, false, "en")]
    public async Task EveryPage_WithoutScript_OpensAndIsPictured(int width, bool elder, string language)
    {
        fixture.Require();
        var pages = await PortalPages.OfAsync(fixture.Portal, await fixture.Portal.SignInAsync("west-officer"));
        await using var context = await fixture.OpenAsync(width, script: false, elder, language);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await ShootAsync(page, "welcome", width, elder, language);
        await fixture.SignInAsync(page, "west-officer");
        foreach (var path in pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.True(answer!.Status is 200, $"{path}: {answer.Status}");
            Assert.Equal(language == "en" ? "en" : "zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
            await ShootAsync(page, NameOf(path), width, elder, language);
        }

        // Pages that only a form leads to.
        await page.GotoAsync("/residents/register");
        await page.FillAsync("[id='Form.Name']", "王");
        await page.FillAsync("[id='Form.DocumentNumber']", "41990019900307123");
        await page.ClickAsync("main button[type=submit]");
        await ShootAsync(page, "residents-register-errors", width, elder, language);
        await page.GotoAsync(pages.Single(path => path.EndsWith("/full", StringComparison.Ordinal)));
        await page.FillAsync("#Purpose", "核对居住证申领材料");
        await page.ClickAsync("main button[type=submit]");
        await ShootAsync(page, "residents-full-shown", width, elder, language);
        await page.GotoAsync("/residents");
        await page.FillAsync("#Text", "张");
        await page.ClickAsync("main button[type=submit]");
        await ShootAsync(page, "residents-found", width, elder, language);
    }

    private static Task<byte[]> ShootAsync(IPage page, string name, int width, bool elder, string language) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(BrowserFixture.Pictures, $"{name}-{width}{(elder ? "-elder" : "")}{(language == "en" ? "-en" : "")}.png"),
        FullPage = true,
    });

    private static string NameOf(string path)
    {
        var parts = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length < 30);
        if (path.StartsWith("/import/", StringComparison.Ordinal))
        {
            return "import-result";
        }

        var detail = path.Count(c => c == '/') == 2 && path.Length > 40 ? "-detail" : string.Empty;
        return string.Join('-', parts) is { Length: > 0 } name ? name + detail : "start";
    }
}
