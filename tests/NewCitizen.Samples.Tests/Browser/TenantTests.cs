using Microsoft.Playwright;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>Story 5: tenants come and go, the city's limit and the law stand in between; without script, on a phone.</summary>
public sealed class TenantTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly string[] s_numbers = ["419900199506061113", "11010519491231002X", "34990019851123002X"];

    [SkippableFact]
    public async Task Tenants_InOverAndOut_AsLawAndCityAllow()
    {
        fixture.Require();
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        await fixture.SignInAsync(page, "west-clerk");
        foreach (var (number, name) in s_numbers.Zip(["钱一", "孙二", "李三"]))
        {
            await page.GotoAsync("/residents/register");
            await page.FillAsync("[id='Form.Name']", name);
            await page.FillAsync("[id='Form.DocumentNumber']", number);
            await page.FillAsync("[id='Form.Address']", "天海路778号");
            await page.FillAsync("[id='Form.Since']", "2026-01-02");
            await page.ClickAsync("main button[type=submit]");
            Assert.Contains("/registered", page.Url, StringComparison.Ordinal);
        }

        // A home where the city has set two people a room, a room with three beds, and a cellar.
        await page.GotoAsync("/homes/add");
        await page.FillAsync("#Address", "建国路88号院3号楼201");
        await page.FillAsync("#Division", "110105");
        await page.SelectOptionAsync("#Kind", "Dwelling");
        await page.FillAsync("#LandlordName", "王房东");
        await page.ClickAsync("main button[type=submit]");
        var home = page.Url;
        await page.GotoAsync(home + "/add-room");
        await page.FillAsync("#Number", "地下");
        await page.SelectOptionAsync("#Use", "UndergroundStorage");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("room.living-space", await page.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        await page.SelectOptionAsync("#Use", "Kitchen");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("住房租赁条例第七条", await page.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var (number, beds) in new[] { ("201", "A B C"), ("202", "A") })
        {
            await page.GotoAsync(home + "/add-room");
            await page.FillAsync("#Number", number);
            await page.SelectOptionAsync("#Use", "Bedroom");
            await page.FillAsync("#Area", "20");
            await page.FillAsync("#Beds", beds);
            await page.ClickAsync("main button[type=submit]");
        }

        await MoveInAsync(s_numbers[0]);
        await MoveInAsync(s_numbers[1]);
        await ShootAsync("homes-detail-tenants");
        await MoveInAsync(s_numbers[2]);
        Assert.Contains("room.people-per-room", await page.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        await ShootAsync("homes-over-limit");

        // One moves to the other room in one step, one leaves; then there is a place.
        await page.GotoAsync(home);
        await page.Locator("a[href*='/move/']").First.ClickAsync();
        await page.SelectOptionAsync("#Place", new SelectOptionValue { Label = "202 A" });
        await ShootAsync("homes-move");
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal(home, page.Url);
        await MoveInAsync(s_numbers[2]);
        Assert.Equal(home, page.Url);
        await page.Locator("a[href*='/move-out/']").First.ClickAsync();
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal(home, page.Url);
        Assert.Equal(2, await page.Locator("li.taken").CountAsync());
        await page.GotoAsync(home + "/register");
        Assert.Equal(2, await page.Locator("ul.points li").CountAsync());
        await ShootAsync("homes-register");

        async Task MoveInAsync(string number)
        {
            await page.GotoAsync(home);
            await page.Locator("a[href*='/move-in/']").First.ClickAsync();
            await page.FillAsync("#DocumentNumber", number);
            await page.ClickAsync("main button[type=submit]");
        }

        Task<byte[]> ShootAsync(string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BrowserFixture.Pictures, $"{name}-360.png"), FullPage = true });
    }
}
