using System.Net;
using System.Text.Json;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class CaseEndpointTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Case_FromHandInToRating_GoesThroughEveryStepOnce()
    {
        var item = (await CentreEndpointTests.SeedAsync(host)).Items["permit-apply"].Value;
        var clerk = host.Client(Api.Clerk);
        var asked = Submission(item, "\"id-card\"");
        var submitted = await clerk.PostAsync("/api/cases", asked, ("Idempotency-Key", "case-1"));
        var own = await submitted.JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/cases", asked, ("Idempotency-Key", "case-1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(own.GetProperty("number").GetString(), again.GetProperty("number").GetString());
        Assert.Equal("NC3003", await (await clerk.PostAsync("/api/cases", Submission(item, "\"photo\""), ("Idempotency-Key", "case-1"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        Assert.DoesNotContain("张三丰", own.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", own.ToString(), StringComparison.Ordinal);
        var path = $"/api/cases/{own.GetProperty("id").GetGuid()}";
        var tag = submitted.Headers.ETag!.Tag;

        Assert.Equal("NC6003", await (await clerk.PostAsync(path + "/accept", "")).ProblemAsync(HttpStatusCode.PreconditionRequired));
        Assert.Equal("NC2504", await (await clerk.PostAsync(path + "/accept", "", ("If-Match", tag))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        (own, tag) = await StepAsync(clerk, path + "/ask-supplement", """{"papers":["id-card"]}""", tag);
        Assert.Equal(("supplementAsked", "notRunning"), (own.GetProperty("state").GetString(), own.GetProperty("due").GetProperty("status").GetString()));
        (_, tag) = await StepAsync(clerk, path + "/supplement", """{"papers":["id-card","photo","lease"]}""", tag);
        Assert.Equal("NC2501", await (await clerk.PostAsync(path + "/ask-supplement", """{"papers":[]}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2500", await (await clerk.PostAsync(path + "/deliver", "", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        (own, tag) = await StepAsync(clerk, path + "/accept", "", tag);
        Assert.Equal("2026-06-16", own.GetProperty("due").GetProperty("lastDay").GetString());
        Assert.Equal("NC2520", await (await clerk.PostAsync(path + "/rating", """{"level":"fair"}""")).ProblemAsync(HttpStatusCode.Conflict));
        (_, tag) = await StepAsync(clerk, path + "/decide", """{"granted":true}""", tag);
        (own, _) = await StepAsync(clerk, path + "/deliver", "", tag);
        Assert.Equal("delivered", own.GetProperty("state").GetString());

        Assert.Equal("NC3200", await (await host.Client(Api.Officer).PostAsync(path + "/applicant", "")).ProblemAsync(HttpStatusCode.BadRequest));
        var full = await (await host.Client(Api.Officer).PostAsync(path + "/applicant", "", ("Access-Purpose", "%E9%80%81%E8%BE%BE"))).JsonAsync();
        Assert.Equal(("张三丰", "13800138000"), (full.GetProperty("name").GetString(), full.GetProperty("phone").GetString()));
        await FollowAsync(clerk, path);
    }

    [Fact]
    public async Task Lists_StateResidentAndFigures_AreCheckedAndBounded()
    {
        var clerk = host.Client(Api.Clerk);
        Assert.Equal("NC6007", await (await clerk.GetAsync(Path("/api/cases?limit=1001"))).ProblemAsync(HttpStatusCode.BadRequest));
        await (await clerk.GetAsync(Path("/api/cases?state=nowhere"))).ProblemAsync(HttpStatusCode.NotFound);
        await (await clerk.GetAsync(Path($"/api/cases?state=accepted&resident={Guid.Empty}"))).ProblemAsync(HttpStatusCode.BadRequest);
        await (await clerk.GetAsync(Path("/api/cases?state=accepted"))).JsonAsync();
        await (await clerk.GetAsync(Path("/api/cases/overdue"))).JsonAsync();
        await (await clerk.GetAsync(Path("/api/ratings/items"))).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await (await clerk.GetAsync(Path("/api/ratings/windows?month=2026-05"))).JsonAsync()).GetArrayLength());
        Assert.Equal("NC2527", await (await clerk.GetAsync(Path("/api/ratings/items?month=2026-06"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("NC6009", await (await clerk.GetAsync(Path("/api/ratings/follow-ups"))).ProblemAsync(HttpStatusCode.Forbidden));
    }

    private async Task FollowAsync(HttpClient clerk, string path)
    {
        await (await clerk.PostAsync(path + "/rating", """{"level":"awful"}""")).ProblemAsync(HttpStatusCode.BadRequest);
        var receipt = await (await clerk.PostAsync(path + "/rating", """{"level":"dissatisfied","remark":"等太久"}""")).JsonAsync(HttpStatusCode.Created);
        Assert.True(receipt.GetProperty("isFollowedUp").GetBoolean());
        Assert.Equal("NC2521", await (await clerk.PostAsync(path + "/rating", """{"level":"fair"}""")).ProblemAsync(HttpStatusCode.Conflict));

        var officer = host.Client(Api.Officer);
        var listed = (await (await officer.GetAsync(Path("/api/ratings/follow-ups?state=open"))).JsonAsync()).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("notConfigured", listed.GetProperty("due").GetProperty("status").GetString());
        Assert.DoesNotContain(path.Split('/')[^1], listed.ToString(), StringComparison.OrdinalIgnoreCase);
        var follow = $"/api/ratings/follow-ups/{listed.GetProperty("id").GetGuid()}";
        var tag = $"\"{listed.GetProperty("revision").GetString()}\"";

        // An officer who had a hand in the case: the same account as the clerk's.
        Assert.Equal("NC2526", await (await host.Client("west/c1/officer").PostAsync(follow + "/contact", "", ("Access-Purpose", "x"))).ProblemAsync(HttpStatusCode.Forbidden));
        Assert.Equal("NC2524", await (await officer.PostAsync(follow + "/settle", """{"outcome":"fixed","reason":"已增开窗口"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.Conflict));
        var contact = await (await officer.PostAsync(follow + "/contact", "", ("Access-Purpose", "x"))).JsonAsync();
        Assert.Equal("等太久", contact.GetProperty("texts")[0].GetString());
        var called = await officer.PostAsync(follow + "/called", "", ("If-Match", tag));
        await called.JsonAsync();
        var settled = await (await officer.PostAsync(follow + "/settle", """{"outcome":"fixed","reason":"已增开窗口"}""", ("If-Match", called.Headers.ETag!.Tag))).JsonAsync();
        Assert.Equal("fixed", settled.GetProperty("state").GetString());
    }

    private static string Submission(Guid item, string papers) =>
        $$$"""{"itemId":"{{{item}}}","channel":"window","papers":[{{{papers}}}],"applicant":{"name":"张三丰","phone":"13800138000","document":{"number":"{{{Api.Number}}}"} } }""";

    private static async Task<(JsonElement Case, string Tag)> StepAsync(HttpClient client, string path, string json, string tag)
    {
        var answer = await client.PostAsync(path, json, ("If-Match", tag));
        return (await answer.JsonAsync(), answer.Headers.ETag!.Tag);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
