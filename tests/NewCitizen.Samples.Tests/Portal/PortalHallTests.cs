using System.Net;
using System.Text.RegularExpressions;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>The hall as it starts with <c>--demo</c>, and the limits on trying numbers.</summary>
public sealed class PortalHallTests
{
    [Fact]
    public async Task Demo_StartedByOneCommand_ShowsStationsAHallDayAndItsCharts()
    {
        await using var portal = new PortalFactory();
        portal.Settings["demo"] = "true";
        portal.Settings["demo-now"] = "2026-11-23T15:00";
        var clerk = await portal.SignInAsync("west-clerk");
        var stations = await new PortalClient(portal).ReadAsync("/book");
        foreach (var name in new[] { "新市民服务大厅", "西区服务站", "南岗服务站", "中区服务站", "社区服务站", "工地服务站" })
        {
            Assert.Contains(name, stations, StringComparison.Ordinal);
        }

        var desk = await clerk.ReadAsync("/desk");
        Assert.Contains("综合办公室", desk, StringComparison.Ordinal);
        Assert.Matches("等候 [0-9]+ 人", desk);
        var day = PortalClient.MainOf(await clerk.ReadAsync("/desk/hall/day"));
        var hours = Count(day, "<th scope=\"row\">[0-9]{2}:00</th>");
        Assert.InRange(hours, 6, 9);
        Assert.Equal(2, Count(day, "class=\"bars\" role=\"img\""));
        Assert.Equal(2 * hours, Count(day, "<rect class=\"bar\""));

        // What the chart says is what the table says.
        var tickets = Regex.Matches(day, "data-label=\"取号人数\">(?<n>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Sum(match => int.Parse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(tickets, 150, 400);
        Assert.Contains($"<dt>取号</dt><dd>{tickets}</dd>", day, StringComparison.Ordinal);
        Assert.Contains("下午系统升级", day, StringComparison.Ordinal);
        Assert.Contains("199****", day, StringComparison.Ordinal);
        var person = Regex.Match(day, "href=\"(?<path>/desk/hall/call/[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["path"].Value;
        Assert.DoesNotMatch("1990000[0-9]{4}", await clerk.ReadAsync(person));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.SubmitAsync(person, ("Act", "show"), ("Purpose", "停办通知"))).StatusCode);
        var officer = await portal.SignInAsync("west-officer");
        var without = await (await officer.SubmitAsync(person, ("Act", "show"), ("Purpose", " "))).Content.ReadAsStringAsync();
        Assert.Contains("请说明查看目的", without, StringComparison.Ordinal);
        Assert.DoesNotMatch("1990000[0-9]{4}", without);
        Assert.Matches("1990000[0-9]{4}", await (await officer.SubmitAsync(person, ("Act", "show"), ("Purpose", "停办通知"))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(person, ("Act", "called"))).StatusCode);
        Assert.DoesNotContain(person, await clerk.ReadAsync("/desk/hall/day"), StringComparison.Ordinal);
        Assert.Contains("（已超期）", await clerk.ReadAsync("/desk/cases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookUps_TriedTooOften_AreRefusedOnPagesAndOverTheApi()
    {
        await using var portal = new PortalFactory();
        portal.Settings["Portal:LookUpsPerMinute"] = "3";
        foreach (var path in new[] { "/my", "/case", "/kiosk/hall/check-in", "/declare/general-consult" })
        {
            var client = new PortalClient(portal);
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 4; i++)
            {
                answers.Add((await client.SubmitAsync(path, ("Number", "K7M-2QX-9FA"), ("LastFour", "0000"))).StatusCode);
            }

            // One budget for all pages: nobody tries a number at the next page when this one is closed.
            Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
            Assert.Equal(path == "/my" ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answers[0]);
        }

        var clerk = await portal.SignInAsync("west-clerk");
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 4; i++)
        {
            using var body = new StringContent("""{"number":"K7M-2QX-9FA","lastFour":"0000"}""", System.Text.Encoding.UTF8, "application/json");
            last = (await clerk.Http.PostAsync(new Uri("/api/v1/appointments/find", UriKind.Relative), body)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private static int Count(string text, string pattern) => Regex.Count(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(2));
}
