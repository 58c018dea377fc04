using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewCitizen.Appointments;
using NewCitizen.Samples.Tests.Portal;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>Stories 12 to 20 as people meet them: booking without script and by keyboard, the kiosk, the windows.</summary>
public sealed class HallTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task Booking_WithScriptsOff_GoesFromTheStartToANumberAndAnswersTwiceTheSame()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.ClickAsync("a[href='/book']");
        await page.ClickAsync("a[href='/book/hall']");
        await page.ClickAsync("a[href='/book/hall/permit-apply']");
        await page.ClickAsync("a[href='/book/hall/permit-apply/day']");
        await page.ClickAsync("a[href='/book/hall/permit-apply/2026-11-24']");
        await page.ClickAsync("button[value='10:00']");
        Assert.Contains("/booking/", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("main button[type=submit]");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator(".summary li").CountAsync());
        var number = HallVisit.Numbers()[10];
        await page.FillAsync("[id='Person.Name']", "李雷");
        await page.FillAsync("[id='Person.Number']", number);
        await page.FillAsync("[id='Person.Phone']", "19900007001");
        await page.ClickAsync("main button[type=submit]");
        Assert.EndsWith("/check", page.Url, StringComparison.Ordinal);

        // Back does not ask again.
        await page.ClickAsync(".actions a");
        Assert.Equal("李雷", await page.InputValueAsync("[id='Person.Name']"));
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains(number, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.DblClickAsync("#main-confirm");
        await page.WaitForURLAsync(new Regex("/done", RegexOptions.None, TimeSpan.FromSeconds(2)));
        var booked = await page.Locator(".done strong").InnerTextAsync();

        // The same by number and last four, then moved, then cancelled.
        await page.GotoAsync("/my");
        await page.FillAsync("#Number", booked.ToLowerInvariant());
        await page.FillAsync("#LastFour", number[^4..]);
        await page.ClickAsync("main button[type=submit]");
        var ics = await page.APIRequest.GetAsync(await page.Locator("a[href$='.ics']").GetAttributeAsync("href") ?? string.Empty);
        var first = await ics.TextAsync();
        Assert.Contains("SEQUENCE:0\r\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("李雷", first, StringComparison.Ordinal);
        Assert.DoesNotContain(number, first, StringComparison.Ordinal);
        await page.ClickAsync("text=改约");
        await page.ClickAsync("a[href*='2026-11-25']");
        await page.ClickAsync("button[value='14:00']");
        Assert.Contains("14:00", await page.Locator(".facts").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("text=取消预约");
        await page.ClickAsync("#main-cancel");
        Assert.Contains("已取消", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var gone = await (await page.APIRequest.GetAsync(await page.Locator("a[href$='.ics']").GetAttributeAsync("href") ?? string.Empty)).TextAsync();
        Assert.Contains("METHOD:CANCEL", gone, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", gone, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Booking_ByKeyboardOnly_ComesToItsEnd()
    {
        await using var context = await fixture.OpenAsync(1280, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/book");
        await GoAsync(page, "/book/hall");
        await GoAsync(page, "/book/hall/permit-apply");
        await GoAsync(page, "/book/hall/permit-apply/day");
        await GoAsync(page, "/book/hall/permit-apply/2026-11-24");
        await TabToAsync(page, "e => e.value === '11:00'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/booking/**");
        foreach (var (id, text) in new[] { ("Person.Name", "韩梅梅"), ("Person.Number", HallVisit.Numbers()[11]), ("Person.Phone", "19900007002") })
        {
            await TabToAsync(page, $"e => e.id === '{id}'");
            await page.Keyboard.TypeAsync(text);
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/check");
        await TabToAsync(page, "e => e.id === 'main-confirm'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/done*");
        Assert.Equal(1, await page.Locator(".done strong").CountAsync());
    }

    [SkippableFact]
    public async Task Kiosk_ByKeyboardAtTwiceTheSize_GivesATicketAndClearsItself()
    {
        // Half the width is what a zoom of 200 % leaves.
        await using var context = await fixture.OpenAsync(640, script: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/kiosk/hall");
        await GoAsync(page, "/kiosk/hall/take");
        await TabToAsync(page, "e => e.textContent.trim() === '居住证申领'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**item=**");
        await TabToAsync(page, "e => e.name === 'Priority' && e.value === ''");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ticket/**");
        Assert.Matches("^A\\d{3}$", (await page.Locator(".ticket-number").InnerTextAsync()).Trim());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var answer = await page.ReloadAsync();
        Assert.Equal("60;url=/kiosk/hall", answer!.Headers["refresh"]);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.Empty((await page.RunAxe()).Violations);
    }

    [SkippableFact]
    public async Task Window_CallsServesAndFinishes_AndTheScreenShowsIt()
    {
        await using var context = await fixture.OpenAsync(1280, script: false);
        var page = await context.NewPageAsync();
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync("/kiosk/hall/take");
        await page.ClickAsync("text=法律援助咨询");
        await page.ClickAsync("button[value='']");
        var number = (await page.Locator(".ticket-number").InnerTextAsync()).Trim();
        await page.GotoAsync("/desk/hall/D01");
        await page.ClickAsync("button[value=next]");
        Assert.Equal(number, (await page.Locator(".now-number").InnerTextAsync()).Trim());
        await page.ClickAsync("button[value=recall]");
        await page.ClickAsync("button[value=start]");
        await page.GotoAsync("/screen/hall");
        Assert.Contains(number, await page.Locator(".newest").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/desk/hall/D01");
        await page.ClickAsync("text=为此号开立办件");
        await page.FillAsync("[id='Person.Name']", "李雷");
        await page.FillAsync("[id='Person.Number']", HallVisit.Numbers()[12]);
        await page.FillAsync("[id='Person.Phone']", "19900007003");
        await page.CheckAsync("input[name=Papers] >> nth=0");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("/desk/cases/", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/desk/hall/D01");
        await page.ClickAsync("button[value=finish]");
        Assert.Equal(1, await page.Locator("button[value=next]").CountAsync());
    }

    [SkippableFact]
    public async Task Kiosk_CheckInOfABooking_GivesATicketOnceAndTheWindowSeesTheBooking()
    {
        var office = fixture.Portal.Services;
        var hall = (await office.GetRequiredService<Centres.CentreManager>().FindByCodeAsync(HallVisit.Desk, "hall", default))!;
        var item = (await office.GetRequiredService<Services.ServiceItemManager>().FindByCodeAsync(HallVisit.Desk, "police-consult", default))!;
        var choice = new SlotChoice(hall.Id, item.Id, new NodaTime.LocalDate(2026, 11, 23), new NodaTime.LocalTime(13, 30));
        var booked = (await office.GetRequiredService<AppointmentManager>().BookAsync(HallVisit.Desk, choice, HallVisit.Person(20), null, default)).Require();
        await using var context = await fixture.OpenAsync(1280, script: false);
        var page = await context.NewPageAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await page.GotoAsync("/kiosk/hall/check-in");
            await page.FillAsync("#Number", booked.Number.ToString());
            await page.FillAsync("#LastFour", HallVisit.Numbers()[20][^4..]);
            await page.ClickAsync("main button[type=submit]");
            numbers.Add((await page.Locator(".ticket-number").InnerTextAsync()).Trim());
        }

        Assert.Equal(numbers[0], numbers[1]);
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync("/desk/hall/B01");
        Assert.Contains("预约 13:30", await page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task LookUp_WithWrongFourCharacters_SaysTheSameAsForANumberNobodyHas()
    {
        await using var context = await fixture.OpenAsync(360, script: false);
        var visit = await HallVisit.OfAsync(fixture.Portal);
        var page = await context.NewPageAsync();
        var answers = new List<string>();
        foreach (var number in new[] { visit.Number, AppointmentNumber.New().ToString() })
        {
            await page.GotoAsync("/my");
            await page.FillAsync("#Number", number);
            await page.FillAsync("#LastFour", "0000");
            await page.ClickAsync("main button[type=submit]");
            answers.Add(await page.Locator(".summary").InnerTextAsync());
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [SkippableFact]
    public async Task Kiosk_LeftAlone_ClearsWhatWasTypedUnlessMoreTimeIsAskedFor()
    {
        var browser = fixture.Require();
        await using var portal = new PortalFactory();
        portal.Settings["Portal:KioskIdleSeconds"] = "3";
        portal.UseKestrel(0);
        portal.StartServer();
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ClientOptions.BaseAddress.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/kiosk/hall/check-in");
        await page.FillAsync("#Number", "K7M-2QX-9FA");
        await page.FillAsync("#LastFour", "123X");
        var sent = await page.RunAndWaitForRequestAsync(() => page.ClickAsync("button[name=More]"), request => request.Method == "POST");
        Assert.Contains("123X", sent.PostData, StringComparison.Ordinal);
        Assert.Equal("123X", await page.InputValueAsync("#LastFour"));
        await page.WaitForURLAsync(new Regex("/kiosk/hall$", RegexOptions.None, TimeSpan.FromSeconds(2)), new PageWaitForURLOptions { Timeout = 20_000 });

        // Back finds nothing kept, and sending the page again gives an empty form.
        Assert.Contains("ERR_CACHE_MISS", (await Assert.ThrowsAsync<PlaywrightException>(() => page.GoBackAsync())).Message, StringComparison.Ordinal);
        var again = await context.APIRequest.PostAsync(sent.Url, new APIRequestContextOptions
        {
            DataByte = sent.PostDataBuffer,
            Headers = new Dictionary<string, string> { ["content-type"] = (await sent.HeaderValueAsync("content-type"))! },
        });
        var shown = await again.TextAsync();
        Assert.Contains("id=\"LastFour\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("123X", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"K7M", shown, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Screen_LeftAlone_ShowsTheNextCallByItselfAndSaysItInItsTitle()
    {
        await using var context = await fixture.OpenAsync(1280, script: false);
        var page = await context.NewPageAsync();
        var (queue, hall, item) = await LineAsync("family-certificate");
        await page.GotoAsync("/screen/hall");
        var ticket = (await queue.TakeTicketAsync(HallVisit.Desk, new Queues.TakeTicket(hall, [item]), null, default)).Require().Ticket.Number;
        (await queue.CallNextAsync(HallVisit.Desk, hall, "C01", default)).Require();
        await page.Locator($".newest:has-text('{ticket}')").WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
        Assert.Contains($"{ticket} 请到 C01 窗口", await page.TitleAsync(), StringComparison.Ordinal);
        await page.ClickAsync("text=暂停更新");
        Assert.DoesNotContain("refresh", (await page.ReloadAsync())!.Headers.Keys);
        Assert.Equal(1, await page.Locator("[role=status]").CountAsync());
    }

    [SkippableFact]
    public async Task Window_SetsAsideTransfersAndMarksWhoDidNotCome()
    {
        await using var context = await fixture.OpenAsync(1280, script: false);
        var page = await context.NewPageAsync();
        var (queue, hall, item) = await LineAsync("general-consult");
        var first = (await queue.TakeTicketAsync(HallVisit.Desk, new Queues.TakeTicket(hall, [item]), null, default)).Require().Ticket;
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync("/desk/hall/E02");
        for (var i = 0; i < 5 && await CurrentAsync(page) != first.Number; i++)
        {
            await page.ClickAsync("button[value=next]");
            if (await CurrentAsync(page) != first.Number)
            {
                await page.ClickAsync("button[value=start]");
                await page.ClickAsync("button[value=finish]");
            }
        }

        await page.ClickAsync("button[value=hold]");
        Assert.Equal(1, await page.Locator("button[value=next]").CountAsync());
        await page.ClickAsync($"button[value=resume]:has-text('{first.Number}')");
        await page.ClickAsync("button[value=next]");
        Assert.Equal(first.Number, await CurrentAsync(page));
        await page.ClickAsync("button[value=transfer]");
        Assert.Equal(1, await page.Locator(".summary").CountAsync());
        await page.SelectOptionAsync("#Item", new SelectOptionValue { Label = "法律援助咨询" });
        await page.ClickAsync("button[value=transfer]");
        await page.GotoAsync("/desk/hall/D01");
        await page.ClickAsync("button[value=next]");
        Assert.Equal(first.Number, await CurrentAsync(page));

        // Just called: it is too early to say that nobody comes.
        await page.ClickAsync("button[value='no-show']");
        Assert.Equal(1, await page.Locator(".summary").CountAsync());
        await page.ClickAsync("button[value=start]");
        await page.ClickAsync("button[value=finish]");
        Assert.Equal(1, await page.Locator("button[value=next]").CountAsync());
    }

    [SkippableFact]
    public async Task Case_FromTheDeclarationToTheRating_GoesOnPagesOfTheApplicantAndTheClerk()
    {
        await using var citizen = await fixture.OpenAsync(360, script: false);
        await using var office = await fixture.OpenAsync(1280, script: false);
        var (page, desk) = (await citizen.NewPageAsync(), await office.NewPageAsync());
        await fixture.SignInAsync(desk, "west-clerk");
        await page.GotoAsync("/");
        await page.ClickAsync("a[href='/service']");
        await page.ClickAsync("a[href='/declare']");
        await page.ClickAsync("a[href='/declare/residence-register']");
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal(3, await page.Locator(".summary li").CountAsync());
        var person = HallVisit.Numbers()[30];
        await page.FillAsync("[id='Person.Name']", "韩梅梅");
        await page.FillAsync("[id='Person.Number']", person);
        await page.FillAsync("[id='Person.Phone']", "19900007030");
        await page.CheckAsync("input[value=id-card]");
        await page.ClickAsync("main button[type=submit]");
        var number = (await page.Locator(".done strong").InnerTextAsync()).Trim();
        Assert.Equal(0, await page.Locator("button[value=rate]").CountAsync());

        await OpenCaseAsync(desk, number);
        Assert.DoesNotContain("韩梅梅", await desk.ContentAsync(), StringComparison.Ordinal);
        await desk.ClickAsync("button[value=accept]");
        Assert.Equal(1, await desk.Locator(".summary").CountAsync());
        await desk.ClickAsync("button[value=ask]");

        var answers = new List<string>();
        foreach (var (stated, four) in new[] { (number, "0000"), ("2026-999999", person[^4..]) })
        {
            await FindAsync(page, stated, four);
            answers.Add(await page.Locator(".summary").InnerTextAsync());
        }

        Assert.Equal(answers[0], answers[1]);
        await FindAsync(page, number, person[^4..]);
        await page.ClickAsync("button[value=supplement]");
        Assert.Equal(1, await page.Locator(".summary").CountAsync());
        await page.CheckAsync("input[value=address-proof]");
        await page.ClickAsync("button[value=supplement]");
        Assert.Contains("材料已补交", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await OpenCaseAsync(desk, number);
        await desk.ClickAsync("button[value=accept]");
        await desk.ClickAsync("button[value=grant]");
        await desk.ClickAsync("button[value=deliver]");
        await FindAsync(page, number, person[^4..]);
        await page.ClickAsync("text=非常不满意");
        await page.FillAsync("#Remark", "等了太久");
        await page.ClickAsync("button[value=rate]");
        Assert.Contains("我们会跟进处理", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await FindAsync(page, number, person[^4..]);
        Assert.Equal(0, await page.Locator("button[value=rate]").CountAsync());
        await desk.GotoAsync("/desk/hall/day");
        var day = await desk.Locator("main").InnerTextAsync();
        Assert.Contains("非常不满意", day, StringComparison.Ordinal);
        Assert.DoesNotContain(number, day, StringComparison.Ordinal);
        Assert.DoesNotContain("等了太久", day, StringComparison.Ordinal);

        static async Task FindAsync(IPage page, string number, string four)
        {
            await page.GotoAsync("/case");
            await page.FillAsync("#Number", number);
            await page.FillAsync("#LastFour", four);
            await page.ClickAsync("main button[type=submit]");
        }

        static async Task OpenCaseAsync(IPage desk, string number)
        {
            await desk.GotoAsync("/desk/cases");
            await desk.ClickAsync($"text={number}");
        }
    }

    private static async Task<string> CurrentAsync(IPage page) => await page.Locator(".now-number").CountAsync() > 0 ? (await page.Locator(".now-number").InnerTextAsync()).Trim() : string.Empty;

    private async Task<(Queues.QueueManager Queue, Centres.ServiceCentreId Hall, Services.ServiceItemId Item)> LineAsync(string code)
    {
        fixture.Require();
        var services = fixture.Portal.Services;
        var hall = (await services.GetRequiredService<Centres.CentreManager>().FindByCodeAsync(HallVisit.Desk, "hall", default))!;
        var item = (await services.GetRequiredService<Services.ServiceItemManager>().FindByCodeAsync(HallVisit.Desk, code, default))!;
        return (services.GetRequiredService<Queues.QueueManager>(), hall.Id, item.Id);
    }

    private static async Task GoAsync(IPage page, string path)
    {
        await TabToAsync(page, $"e => e.getAttribute('href') === '{path}'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + path);
    }

    private static async Task TabToAsync(IPage page, string wanted)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"() => ({wanted})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"{page.Url}: nothing that is {wanted} can be reached by keyboard");
    }
}
