using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewCitizen.Samples.Tests.Portal;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>axe on every page, and the measures axe does not take: targets, text size, no sideways scrolling.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    // Everything one acts on; links inside a sentence are exempt, as WCAG 2.5.8 has it. A box inside its label is as large as the label: a click anywhere on it counts.
    private const string Small = """
        limit => [...document.querySelectorAll('a, button, select, input:not([type=hidden])')]
          .filter(e => !e.closest('.skip') && !(e.tagName === 'A' && ['P','DD','LI'].includes(e.parentElement.tagName) && getComputedStyle(e).display === 'inline'))
          .filter(e => { const r = (['checkbox','radio'].includes(e.type) && e.closest('label') || e).getBoundingClientRect(); return r.width > 0 && r.height > 0 && (r.height < limit - 0.5); })
          .map(e => e.outerHTML.slice(0, 90) + ' ' + Math.round(e.getBoundingClientRect().height))
        """;

    private const string Wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [SkippableTheory]
    [InlineData(360, false, true)]
    [InlineData(360, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task EveryPage_PassesAxeAndMeasures(int width, bool elder, bool axe)
    {
        fixture.Require();
        var pages = await PortalPages.OfAsync(fixture.Portal, await fixture.Portal.SignInAsync("west-officer"));
        await using var context = await fixture.OpenAsync(width, script: true, elder);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        foreach (var path in new[] { "/", "/sign-in" })
        {
            await page.GotoAsync(path);
            await CheckAsync(page, path + " (stranger)", elder, axe, faults);
        }

        await fixture.SignInAsync(page, "west-officer");
        foreach (var path in pages)
        {
            await page.GotoAsync(path);
            await CheckAsync(page, path, elder, axe, faults);
        }

        await page.GotoAsync("/residents/register");
        await page.ClickAsync("main button[type=submit]");
        await CheckAsync(page, "/residents/register with errors", elder, axe, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    [SkippableFact]
    public async Task ErrorSummary_AfterARefusal_HasTheFocusAndLeadsToItsField()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync("/residents/register");
        await page.FillAsync("[id='Form.DocumentNumber']", "41990019900307123");
        await page.ClickAsync("main button[type=submit]");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".summary:focus").CountAsync());
        await page.ClickAsync(".summary a[href='#Form.DocumentNumber']");
        Assert.Equal(1, await page.Locator("[id='Form.DocumentNumber']:focus").CountAsync());
        Assert.Equal("41990019900307123", await page.InputValueAsync("[id='Form.DocumentNumber']"));
    }

    private static async Task CheckAsync(IPage page, string path, bool elder, bool axe, List<string> faults)
    {
        // Both views and both widths meet axe once; the measures are cheap and run on all four.
        var violations = axe ? (await page.RunAxe()).Violations : [];
        faults.AddRange(violations.Select(violation => $"{path}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(Small, elder ? 60 : 44)).Select(small => $"{path}: target too small: {small}"));
        var wide = await page.EvaluateAsync<int>(Wide);
        if (wide > 0)
        {
            faults.Add($"{path}: {wide} px wider than the screen");
        }

        // 18 pt are 24 CSS px.
        var text = await page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.body).fontSize)");
        if (elder && text < 24)
        {
            faults.Add($"{path}: elder text of {text} px");
        }
    }
}
