using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewCitizen.Audit;
using NewCitizen.Collection;
using NewCitizen.Housing;
using NewCitizen.Samples.Tests.Portal;
using NewCitizen.Storage;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>Stories 1 and 7 as people meet them: declaring where one lives without script, and deciding between two reports.</summary>
public sealed class StayTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task Declare_WithScriptsOff_TakesAtMostSixPagesAndIsLinkedToTheHouse()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        var homes = fixture.Portal.Services.GetRequiredService<HousingManager>();
        var home = (await homes.ListPropertiesAsync(HallVisit.Desk, null, 10, null, default)).Items[0];
        var visit = await FieldVisit.OfAsync(fixture.Portal);
        Assert.Equal(home.Id, visit.Home);
        var seen = new List<string>();
        page.FrameNavigated += (_, frame) => seen.Add(new Uri(frame.Url).AbsolutePath);

        await page.GotoAsync($"/p/{visit.Token}");
        await page.ClickAsync("text=我住在这里");
        await page.FillAsync("#Name", "李雷");
        var number = HallVisit.Numbers()[30];
        await page.FillAsync("#Number", number);
        await page.ClickAsync("main button[type=submit]");
        await page.FillAsync("#On", "2026-11-20");
        await page.FillAsync("#PlannedDays", "90");
        await page.FillAsync("#Room", "201");
        await page.ClickAsync("main button[type=submit]");
        await page.FillAsync("#Phone", "19900008001");
        await page.ClickAsync("main button[type=submit]");
        var check = await page.Locator("main").InnerTextAsync();
        Assert.Contains(number, check, StringComparison.Ordinal);
        Assert.Contains("2026-11-23", check, StringComparison.Ordinal);
        Assert.Contains("户口登记条例第十五条", check, StringComparison.Ordinal);
        await page.DblClickAsync("#main-confirm");
        await page.WaitForURLAsync("**/stay/done/**");
        var receipt = await page.Locator(".done strong").InnerTextAsync();

        // The page behind the code at the door is the first of them.
        Assert.InRange(seen.Distinct().Count(), 2, 6);
        var report = (await fixture.Portal.Services.GetRequiredService<CollectionManager>().FindReportAsync(HallVisit.Desk, receipt, default))!;
        Assert.Equal((home.Id, ReportingParty.Resident, StayReportState.Accepted), (report.Home!.Value, report.Party, report.State));
        var stay = (await fixture.Portal.Services.GetRequiredService<CollectionManager>().FindStayAsync(HallVisit.Desk, report.Stay!.Value, default))!;
        Assert.Equal(("201", home.Address), (stay.Find(StayFacts.Room)!.MaskedValue, stay.Address));
        var file = (await fixture.Portal.Services.GetRequiredService<Residents.ResidentManager>().FindAsync(HallVisit.Desk, report.Resident, default))!;
        Assert.Equal(home.Address, Assert.Single(file.Registrations).Address);
        Assert.Single((await fixture.Portal.Services.GetRequiredService<ICollectionStore>().ListReportsAsync(HallVisit.Desk.Agency, report.Resident, 10, null, default)).Items);
    }

    [SkippableFact]
    public async Task Declare_WithErrors_SaysWhereAndAsksNothingTwice()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/stay/check");
        Assert.EndsWith("/stay", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("main button[type=submit]");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator(".summary li").CountAsync());
        await page.FillAsync("#Address", "滨城市西区天海街道天海路999号");
        await page.FillAsync("#Name", "韩梅梅");
        await page.FillAsync("#Number", HallVisit.Numbers()[31]);
        await page.ClickAsync("main button[type=submit]");
        await page.FillAsync("#On", "2027-01-01");
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal(1, await page.Locator(".summary li").CountAsync());
        await page.FillAsync("#On", "2026-11-01");
        await page.ClickAsync("main button[type=submit]");
        await page.ClickAsync(".back a");
        Assert.Equal("2026-11-01", await page.InputValueAsync("#On"));
    }

    [SkippableFact]
    public async Task Declare_WithAnAlteredPlate_Gives404AndOneAuditRow()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        var visit = await FieldVisit.OfAsync(fixture.Portal);
        var altered = visit.Token[..^1] + (visit.Token[^1] == '0' ? '1' : '0');
        var before = await ForgedAsync();
        Assert.Equal(404, (await page.GotoAsync($"/stay?plate={altered}"))!.Status);
        Assert.Equal(before + 1, await ForgedAsync());
        Assert.Equal(404, (await page.GotoAsync($"/p/{altered}"))!.Status);
        Assert.Equal(before + 2, await ForgedAsync());
        Assert.Equal(404, (await page.GotoAsync("/stay?plate=" + new string('A', 200)))!.Status);
    }

    private async Task<int> ForgedAsync() =>
        (await fixture.Portal.Services.GetRequiredService<IAuditTrail>().ReadAuditAsync(HallVisit.Desk.Agency, FeedPosition.Start, 10_000, default)).Entries.Count(stored => stored.Entry.Action == "plate.forged");

    [SkippableTheory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Declare_EveryStep_PassesAxe(int width, bool elder)
    {
        await using var context = await fixture.OpenAsync(width, script: true, elder);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/stay");
        await page.FillAsync("#Address", "滨城市西区天海街道天海路998号");
        await page.FillAsync("#Name", "韩梅梅");
        await page.FillAsync("#Number", HallVisit.Numbers()[elder ? 32 : 33]);
        var faults = new List<string>();
        foreach (var fill in new Func<Task>[] { () => Task.CompletedTask, () => page.FillAsync("#On", "2026-11-21"), () => Task.CompletedTask, () => Task.CompletedTask })
        {
            await fill();
            await LookAsync(page, width, elder, faults);
            await page.ClickAsync("main button[type=submit]");
        }

        Assert.Contains("/stay/done/", page.Url, StringComparison.Ordinal);
        await LookAsync(page, width, elder, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableFact]
    public async Task GridTask_Conflict_ShowsBothValuesToWhoHasTakenIt()
    {
        await using var context = await fixture.OpenAsync(360, script: true);
        var page = await context.NewPageAsync();
        await GridVisit.OfAsync(fixture.Portal);
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync("/grid");
        await page.ClickAsync("#open ~ table a");
        Assert.Equal(0, await page.Locator("#show").CountAsync());
        await page.ClickAsync("#take");
        await page.ClickAsync("#show");
        var values = await page.Locator(".pick strong").AllInnerTextsAsync();
        Assert.Equal(["101", "102"], values);
        var faults = new List<string>();
        await LookAsync(page, 360, elder: false, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.CheckAsync("#choice-1");
        await page.ClickAsync("main button[type=submit] >> nth=0");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        await page.CheckAsync("#choice-1");
        await page.FillAsync("#Reason", "现场查看");
        await page.ClickAsync("main button[type=submit] >> nth=0");
        Assert.EndsWith("/grid", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("102", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAsync(IPage page, int width, bool elder, List<string> faults)
    {
        var name = new Uri(page.Url).AbsolutePath.Trim('/').Replace('/', '-');
        name = name.StartsWith("stay-done", StringComparison.Ordinal) ? "stay-done" : name.StartsWith("grid-tasks", StringComparison.Ordinal) ? "grid-task" : name;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BrowserFixture.Pictures, $"{name}-{width}{(elder ? "-elder" : "")}-step.png"), FullPage = true });
        var result = await page.RunAxe();
        faults.AddRange(result.Violations.Select(violation => $"{name}: {violation.Id} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var wide)
        {
            faults.Add($"{name}: {wide} px too wide at {width}");
        }
    }
}
