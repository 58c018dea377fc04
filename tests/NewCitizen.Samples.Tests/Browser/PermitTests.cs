using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewCitizen.Permits;
using NewCitizen.Samples.Tests.Portal;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>Stories 10 and 11: applying for a residence permit and endorsing it, on a phone and at the desk, without script. The portal's day is 2026-11-23.</summary>
public sealed class PermitTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task Story10_Application_GapsShownPapersListedStatusByNumber()
    {
        fixture.Require();
        var numbers = HallVisit.Numbers();
        await PermitVisit.ArriveAsync(fixture.Portal, "钱二", numbers[41], new(2026, 2, 1), until: new(2026, 6, 1));
        await PermitVisit.ArriveAsync(fixture.Portal, "钱二", numbers[41], new(2026, 7, 1));
        await PermitVisit.ArriveAsync(fixture.Portal, "孙三", numbers[42], new(2026, 5, 23));
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();

        // The stay was broken in June: not before 2027, and the page says why.
        await page.GotoAsync("/");
        await page.ClickAsync("main a[href='/permit']");
        await page.ClickAsync("a[href='/permit/apply']");
        await FillAsync(page, "钱二", numbers[41]);
        await page.ClickAsync("#check");
        var told = await page.Locator("#eligibility").InnerTextAsync();
        Assert.Contains("暂不符合申领条件", told, StringComparison.Ordinal);
        Assert.Contains("2027-01-01", told, StringComparison.Ordinal);
        Assert.Contains("2026-06-01 – 2026-06-30", await page.Locator(".gaps").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("居住证暂行条例第二条", told, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#apply").CountAsync());
        await PictureAsync(page, "permit-gaps");

        // Somebody else's name with this number learns nothing.
        await FillAsync(page, "孙三", numbers[41]);
        await page.ClickAsync("#check");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#eligibility").CountAsync());

        // Half a year is full today.
        await FillAsync(page, "孙三", numbers[42]);
        await page.ClickAsync("#check");
        Assert.Contains("符合申领条件", await page.Locator("#eligibility").InnerTextAsync(), StringComparison.Ordinal);
        await page.CheckAsync("[name=Papers][value=id-card]");
        await page.CheckAsync("[name=Papers][value=photo]");
        await page.ClickAsync("#apply");
        Assert.Contains("done=applied", page.Url, StringComparison.Ordinal);
        var number = await page.Locator(".done .number").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$", number);
        Assert.Contains("房屋租赁合同，或房屋产权证明文件", await page.Locator(".missing").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(numbers[42], await page.ContentAsync(), StringComparison.Ordinal);
        await PictureAsync(page, "permit-applied");

        // At the desk: told once what is missing.
        await using var office = await fixture.OpenAsync(1280, script: false);
        var desk = await office.NewPageAsync();
        await fixture.SignInAsync(desk, "west-clerk");
        await desk.ClickAsync("nav a[href='/desk/permits']");
        await PictureAsync(desk, "permit-desk");
        await desk.ClickAsync($"text={number}");
        await desk.ClickAsync("button[value=accept]");
        Assert.Contains("仍缺1项材料", await desk.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        await desk.ClickAsync("button[value=ask]");
        Assert.Equal("待补充材料", await desk.Locator("#state").InnerTextAsync());

        // On the phone again: by number and last four; bring it in.
        await page.GotoAsync("/permit/find");
        await page.FillAsync("#Number", number.ToLowerInvariant());
        await page.FillAsync("#LastFour", "0000");
        await page.ClickAsync("main button[type=submit]");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        await page.FillAsync("#LastFour", numbers[42][^4..]);
        await page.ClickAsync("main button[type=submit]");
        await page.CheckAsync("[name=Papers][value=lease]");
        await page.ClickAsync("button[value=supplement]");
        Assert.Equal("已补充材料", await page.Locator("#state").InnerTextAsync());

        await desk.ReloadAsync();
        foreach (var act in new[] { "accept", "sign-off", "issue" })
        {
            await desk.ClickAsync($"button[value={act}]");
        }

        Assert.Equal(("有效", "2026-11-23", "2027-10-23 – 2027-11-23"), (await TextAsync(desk, "#state"), await TextAsync(desk, "#since"), await TextAsync(desk, "#window")));
        await PictureAsync(desk, "permit-desk-detail");
    }

    [SkippableFact]
    public async Task Story11_Endorsement_ReminderInTimeLateAndAnew()
    {
        fixture.Require();
        var numbers = HallVisit.Numbers();

        // One whose year is full on 2026-12-20, one whose year was over on 2026-11-01, one of a 29 February.
        var due = await PermitVisit.IssueAsync(fixture.Portal, await PermitVisit.ArriveAsync(fixture.Portal, "李四", numbers[43], new(2025, 1, 1)), new(2025, 12, 20));
        var late = await PermitVisit.IssueAsync(fixture.Portal, await PermitVisit.ArriveAsync(fixture.Portal, "周五", numbers[44], new(2025, 1, 1)), new(2025, 11, 1));
        var leap = await PermitVisit.IssueAsync(fixture.Portal, await PermitVisit.ArriveAsync(fixture.Portal, "吴六", numbers[45], new(2023, 1, 1)), new(2024, 2, 29));
        Assert.Equal(new LocalDate(2025, 3, 1), leap.StandingOn(new(2026, 11, 23)).SuspendedSince);

        // Thirty days before 20 December is 20 November: the reminder is out, once.
        await fixture.Portal.Services.GetRequiredService<PermitManager>().SweepAsync(PermitVisit.Desk, default);
        await fixture.Portal.Services.GetRequiredService<PermitManager>().SweepAsync(PermitVisit.Desk, default);
        Assert.Equal(1, await RemindersAsync(due.Id));
        Assert.Equal(0, await RemindersAsync(late.Id));

        await using var phone = await fixture.OpenAsync(360, script: false);
        var page = await phone.NewPageAsync();
        await FindAsync(page, due.Number, numbers[43]);
        Assert.Contains("请于2026-12-20前（含当日）办理，免费", await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        await FindAsync(page, late.Number, numbers[44]);
        Assert.Contains("2026-11-02起使用功能中止", await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        await PictureAsync(page, "permit-suspended");

        await using var office = await fixture.OpenAsync(1280, script: false);
        var desk = await office.NewPageAsync();
        await fixture.SignInAsync(desk, "west-clerk");
        await desk.GotoAsync($"/desk/permits/{due.Id}");
        await desk.ClickAsync("button[value=endorse]");
        Assert.Equal(("有效", "2025-12-20", "2027-11-20 – 2027-12-20"), (await TextAsync(desk, "#state"), await TextAsync(desk, "#since"), await TextAsync(desk, "#window")));
        await desk.ClickAsync("button[value=endorse]");
        Assert.Contains("自2027-11-20起可以签注", await desk.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        await desk.GotoAsync($"/desk/permits/{late.Id}");
        await desk.ClickAsync("button[value=endorse]");
        Assert.Equal(("有效", "2026-11-23", "2027-10-23 – 2027-11-23"), (await TextAsync(desk, "#state"), await TextAsync(desk, "#since"), await TextAsync(desk, "#window")));

        await FindAsync(page, late.Number, numbers[44]);
        Assert.Equal(("有效", "2026-11-23", "0"), (await TextAsync(page, "#state"), await TextAsync(page, "#since"), await TextAsync(page, "#years")));
    }

    private static async Task FillAsync(IPage page, string name, string number)
    {
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Number", number);
        await page.SelectOptionAsync("#Route", "Home");
        await page.CheckAsync("#HukouElsewhere");
    }

    private static async Task FindAsync(IPage page, PermitNumber number, string document)
    {
        await page.GotoAsync("/permit/find");
        await page.FillAsync("#Number", number.ToString());
        await page.FillAsync("#LastFour", document[^4..]);
        await page.ClickAsync("main button[type=submit]");
    }

    private static async Task<string> TextAsync(IPage page, string selector) => (await page.Locator(selector).InnerTextAsync()).Trim();

    private static async Task PictureAsync(IPage page, string name) => await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(BrowserFixture.Pictures, name + ".png"), FullPage = true });

    private async Task<int> RemindersAsync(ResidencePermitId id)
    {
        var feed = fixture.Portal.Services.GetRequiredService<IChangeFeed>();
        var (count, after) = (0, FeedPosition.Start);
        while (true)
        {
            var page = await feed.ReadChangesAsync(PermitVisit.Desk.Agency, after, 500, default);
            count += page.Entries.Count(entry => entry.EventType == "permits.endorsement-due" && entry.Id == id.Value);
            if (page.Entries.Count == 0)
            {
                return count;
            }

            after = page.Position;
        }
    }
}
