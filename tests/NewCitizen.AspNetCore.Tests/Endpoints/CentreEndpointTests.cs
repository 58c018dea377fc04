using System.Net;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Services;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class CentreEndpointTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task ItemsAndCentres_Sample_AreReadWithAllTheySay()
    {
        var seed = await SeedAsync(host);
        var reader = host.Client(Api.Reader);

        var item = await (await reader.GetAsync(Path($"/api/service-items/{seed.Items["permit-apply"].Value}"))).JsonAsync();
        Assert.Equal("居住证申领", item.GetProperty("name").GetString());
        Assert.Equal(("calendarDays", 15), (item.GetProperty("statutoryLimit").GetProperty("unit").GetString(), item.GetProperty("statutoryLimit").GetProperty("count").GetInt32()));
        Assert.False(item.TryGetProperty("promisedLimit", out _));
        Assert.Equal(["window", "online"], item.GetProperty("channels").EnumerateArray().Select(channel => channel.GetString()));
        Assert.Equal(10, (await (await reader.GetAsync(Path("/api/service-items?limit=100"))).JsonAsync()).GetProperty("items").GetArrayLength());
        var centres = await (await reader.GetAsync(Path("/api/centres"))).JsonAsync();
        Assert.Equal(7, centres.GetProperty("items").GetArrayLength());
        var hall = centres.GetProperty("items").EnumerateArray().Single(centre => centre.GetProperty("code").GetString() == "hall");
        Assert.Equal("08:30:00", hall.GetProperty("week")[0][0].GetProperty("from").GetString());
        Assert.Equal("NC3012", await (await host.Client(Api.OtherOfficer).GetAsync(Path($"/api/centres/{seed.Centres["hall"].Value}"))).ProblemAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Notice_OnePaper_ListsAllOthersAtOnce()
    {
        var seed = await SeedAsync(host);
        var notice = await (await host.Client(Api.Reader).GetAsync(Path($"/api/service-items/{seed.Items["permit-apply"].Value}/notice?paper=photo&paper=spoon"))).JsonAsync();

        Assert.False(notice.GetProperty("isComplete").GetBoolean());
        Assert.Equal([1, 8], notice.GetProperty("missing").EnumerateArray().Select(paper => paper.GetArrayLength()));
        Assert.Equal("spoon", notice.GetProperty("notAsked")[0].GetString());
        Assert.Equal("2026-06-08", notice.GetProperty("tellUntil").GetString());
        Assert.Equal("第三十二条", notice.GetProperty("basis").GetProperty("article").GetString());
    }

    [Fact]
    public async Task Opening_ClosedAndOpenedAgain_SaysSo()
    {
        var seed = await SeedAsync(host);
        var path = $"/api/centres/{seed.Centres["west"].Value}";
        var clerk = host.Client(Api.Clerk);

        var today = await (await clerk.GetAsync(Path(path + "/opening"))).JsonAsync();
        Assert.Equal(("2026-06-01", "workday", "open", 1), (today.GetProperty("date").GetString(), today.GetProperty("day").GetString(), today.GetProperty("status").GetString(), today.GetProperty("windows").GetArrayLength()));
        Assert.Equal("notAnnounced", (await (await clerk.GetAsync(Path(path + "/opening?date=2027-01-04"))).JsonAsync()).GetProperty("status").GetString());
        await (await clerk.PostAsync(path + "/close", """{"from":"2026-06-02","until":"2026-06-03","reason":"停电检修"}""")).JsonAsync();
        var closed = await (await clerk.GetAsync(Path(path + "/opening?date=2026-06-03"))).JsonAsync();
        Assert.Equal(("closed", "停电检修", 0), (closed.GetProperty("status").GetString(), closed.GetProperty("reason").GetString(), closed.GetProperty("windows").GetArrayLength()));
        await (await clerk.PostAsync(path + "/open", """{"from":"2026-06-03","until":"2026-06-03","periods":[{"from":"09:00","until":"11:00"}],"reason":"恢复"}""")).JsonAsync();
        Assert.Equal("open", (await (await clerk.GetAsync(Path(path + "/opening?date=2026-06-03"))).JsonAsync()).GetProperty("status").GetString());
        Assert.Equal("NC2218", await (await clerk.PostAsync(path + "/close", """{"from":"2026-05-02","until":"2026-05-03","reason":"停电"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("NC2219", await (await clerk.PostAsync(path + "/open", """{"from":"2026-06-03","until":"2026-06-03","periods":[],"reason":"恢复"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
    }

    internal static async Task<CentreSeedReport> SeedAsync(TestHost host) =>
        (await CentreSeed.Sample.ApplyAsync(new AccessContext(AgencyId.Parse("west"), "seed"), host.Get<ServiceItemManager>(), host.Get<CentreManager>(), default)).Require();

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
