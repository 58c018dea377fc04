using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewCitizen.Divisions;
using NewCitizen.Permits;
using NodaTime;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class PermitEndpointTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _host.Get<IOptions<PermitOptions>>().Value.Division = DivisionCode.Parse("120116");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Permit_FromTheApplicationToTheCancellation_GoesByTheRules()
    {
        var clerk = _host.Client(Api.Clerk);
        var (person, _) = await clerk.RegisterAsync();

        // Lives here since 2 January: half a year is full on 2 July.
        var early = await (await clerk.PostAsync("/api/permits/eligibility/find", $$"""{"residentId":"{{person}}","route":"home","hukouElsewhere":true}""")).JsonAsync();
        Assert.Equal((false, "2026-07-02"), (early.GetProperty("isEligible").GetBoolean(), early.GetProperty("halfYearFullOn").GetString()));
        var half = early.GetProperty("conditions").EnumerateArray().Single(own => own.GetProperty("rule").GetString() == "permit.half-year");
        Assert.Equal(("breached", "居住证暂行条例第二条"), (half.GetProperty("verdict").GetString(), half.GetProperty("sources")[0].GetString()));
        Assert.Equal("NC2871", await (await clerk.PostAsync("/api/permits", Application(person))).ProblemAsync(HttpStatusCode.UnprocessableEntity));

        _host.Clock.Reset(Instant.FromUtc(2026, 7, 2, 4, 0));
        var applied = await clerk.PostAsync("/api/permits", Application(person), ("Idempotency-Key", "p1"));
        var own = await applied.JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/permits", Application(person), ("Idempotency-Key", "p1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(own.GetProperty("number").GetString(), again.GetProperty("number").GetString());
        Assert.Equal("NC2872", await (await clerk.PostAsync("/api/permits", Application(person))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.DoesNotContain("张三丰", own.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, own.GetProperty("missing")[0].GetArrayLength());
        var path = $"/api/permits/{own.GetProperty("id").GetGuid()}";
        var tag = applied.Headers.ETag!.Tag;

        Assert.Equal("NC6003", await (await clerk.PostAsync(path + "/accept", "")).ProblemAsync(HttpStatusCode.PreconditionRequired));
        Assert.Equal("NC2876", await (await clerk.PostAsync(path + "/accept", "", ("If-Match", tag))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        (own, tag) = await StepAsync(clerk, path + "/ask-supplement", """{"papers":[]}""", tag);
        Assert.Equal("lease", own.GetProperty("askedFor")[0].GetString());
        (_, tag) = await StepAsync(clerk, path + "/supplement", """{"papers":["lease"]}""", tag);
        Assert.Equal("NC2875", await (await clerk.PostAsync(path + "/ask-supplement", """{"papers":[]}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        (own, tag) = await StepAsync(clerk, path + "/accept", "", tag);
        Assert.Equal(("2026-07-17", "2026-07-07"), (own.GetProperty("issueBy").GetString(), own.GetProperty("stageBy").GetString()));
        (own, tag) = await StepAsync(clerk, path + "/sign-off", "", tag);
        Assert.Equal("2026-07-12", own.GetProperty("stageBy").GetString());
        (own, tag) = await StepAsync(clerk, path + "/issue", "", tag);
        Assert.Equal(("active", "2027-06-02", "2027-07-02"), (Text(own, "state"), Text(own, "windowOpens"), Text(own, "windowLastDay")));
        Assert.Equal("NC2873", await (await clerk.PostAsync(path + "/endorse", "", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));

        _host.Clock.Reset(Instant.FromUtc(2027, 7, 2, 16, 0));
        Assert.Equal("suspended", Text(await (await clerk.GetAsync(Path(path))).JsonAsync(), "state"));
        Assert.Equal(1, (await (await clerk.GetAsync(Path("/api/permits?state=suspended"))).JsonAsync()).GetProperty("items").GetArrayLength());
        (own, tag) = await StepAsync(clerk, path + "/endorse", "", tag);
        Assert.Equal(("active", "2027-07-03"), (Text(own, "state"), Text(own, "continuousSince")));
        Assert.Equal(
            ["permit.papers", "permit.told-once", "permit.papers", "permit.issue-limit", "permit.tianjin-sign-off", "permit.issue-limit", "permit.suspension", "permit.year-count"],
            (await (await clerk.GetAsync(Path(path + "/trace"))).JsonAsync()).EnumerateArray().Select(line => Text(line, "rule")));

        Assert.Equal("NC2874", await (await clerk.PostAsync(path + "/replace-card", """{"oldCardReturned":false}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        (own, tag) = await StepAsync(clerk, path + "/report-card", """{"isLost":true}""", tag);
        Assert.Equal("lost", Text(own, "card"));
        (_, tag) = await StepAsync(clerk, path + "/replace-card", """{"oldCardReturned":false}""", tag);
        (own, tag) = await StepAsync(clerk, path + "/away", """{"isAway":true}""", tag);
        Assert.True(own.GetProperty("isAway").GetBoolean());
        Assert.Equal("NC2880", await (await clerk.PostAsync(path + "/move", $$"""{"addressId":"{{own.GetProperty("addressId").GetGuid()}}"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        await (await clerk.PostAsync(path + "/cancel", """{"cause":"whim"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.BadRequest);
        (own, _) = await StepAsync(clerk, path + "/cancel", """{"cause":"leftForGood","remark":"回原籍"}""", tag);
        Assert.Equal("cancelled", Text(own, "state"));
        Assert.DoesNotContain("回原籍", own.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_AreCheckedAndOtherAgenciesSeeNothing()
    {
        var clerk = _host.Client(Api.Clerk);
        Assert.Equal("NC6007", await (await clerk.GetAsync(Path("/api/permits?limit=1001"))).ProblemAsync(HttpStatusCode.BadRequest));
        await (await clerk.GetAsync(Path("/api/permits?state=nowhere"))).ProblemAsync(HttpStatusCode.NotFound);
        await (await clerk.GetAsync(Path($"/api/permits?state=active&resident={Guid.Empty}"))).ProblemAsync(HttpStatusCode.BadRequest);
        await (await clerk.GetAsync(Path($"/api/permits/{Guid.NewGuid()}"))).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await (await clerk.GetAsync(Path("/api/permits/overdue"))).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(16, (await (await clerk.GetAsync(Path("/api/permits/entitlements"))).JsonAsync()).GetArrayLength());
    }

    private static string Application(Guid person) => $$"""{"residentId":"{{person}}","route":"home","papers":["id-card","photo"],"hukouElsewhere":true}""";

    private static string? Text(JsonElement own, string name) => own.GetProperty(name).GetString();

    private static async Task<(JsonElement Permit, string Tag)> StepAsync(HttpClient client, string path, string json, string tag)
    {
        var answer = await client.PostAsync(path, json, ("If-Match", tag));
        return (await answer.JsonAsync(), answer.Headers.ETag!.Tag);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
