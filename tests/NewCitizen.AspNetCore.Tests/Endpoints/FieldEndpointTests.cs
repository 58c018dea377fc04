using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewCitizen.Inspections;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class FieldEndpointTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Plates_IssueScanReplaceRevoke_SayWhatTheyAreAndAuditForgeries()
    {
        var clerk = host.Client(Api.Clerk);
        var home = await HomeAsync(clerk);
        var issued = await (await clerk.PostAsync("/api/plates", $$"""{"homeId":"{{home}}"}""", ("Idempotency-Key", "p1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(issued.GetProperty("number").GetString(), (await (await clerk.PostAsync("/api/plates", $$"""{"homeId":"{{home}}"}""", ("Idempotency-Key", "p1"))).JsonAsync(HttpStatusCode.Created)).GetProperty("number").GetString());
        Assert.Equal("NC2602", await (await clerk.PostAsync("/api/plates", $$"""{"homeId":"{{home}}"}""")).ProblemAsync(HttpStatusCode.Conflict));
        var token = issued.GetProperty("token").GetString()!;

        var shown = await (await clerk.GetAsync(Path($"/api/plates/scan/{token}"))).JsonAsync();
        Assert.Equal("gridWorker", shown.GetProperty("role").GetString());
        Assert.Matches("^王\\*", shown.GetProperty("landlordName").GetString());
        Assert.False(shown.TryGetProperty("landlordPhone", out _));
        Assert.Equal("NC3200", await (await host.Client(Api.Officer).PostAsync($"/api/plates/scan/{token}/full", "")).ProblemAsync(HttpStatusCode.BadRequest));
        Assert.Equal("NC6009", await (await clerk.PostAsync($"/api/plates/scan/{token}/full", "", ("Access-Purpose", "x"))).ProblemAsync(HttpStatusCode.Forbidden));
        var full = await (await host.Client(Api.Officer).PostAsync($"/api/plates/scan/{token}/full", "", ("Access-Purpose", "x"))).JsonAsync();
        Assert.Equal("王房东", full.GetProperty("landlordName").GetString());

        var before = await ForgedAsync();
        Assert.Equal("NC2600", await (await clerk.GetAsync(Path($"/api/plates/scan/{token[..^1]}{(token[^1] == '0' ? '1' : '0')}"))).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal(before + 1, await ForgedAsync());
        var path = $"/api/plates/{issued.GetProperty("id").GetGuid()}";
        Assert.Equal("NC6003", await (await clerk.PostAsync(path + "/replace", """{"reason":"damaged"}""")).ProblemAsync(HttpStatusCode.PreconditionRequired));
        var replaced = await (await clerk.PostAsync(path + "/replace", """{"reason":"damaged"}""", Match(issued))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("NC2601", await (await clerk.GetAsync(Path($"/api/plates/scan/{token}"))).ProblemAsync(HttpStatusCode.Gone));
        await (await clerk.PostAsync($"/api/plates/{replaced.GetProperty("id").GetGuid()}/revoke", """{"reason":"lost"}""", Match(replaced))).JsonAsync();
        Assert.Equal(2, (await (await clerk.GetAsync(Path($"/api/plates?home={home}"))).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client(Api.Reader).PostAsync("/api/plates", $$"""{"homeId":"{{home}}"}""")).StatusCode);
    }

    [Fact]
    public async Task Inspections_FromPlanToClosedHazard_GoThroughEveryStep()
    {
        var options = host.Get<IOptions<InspectionOptions>>().Value;
        options.Templates.Add(InspectionTemplate.FireExample);
        var clerk = host.Client(Api.Clerk);
        var home = await HomeAsync(clerk);
        Assert.Equal("NC2651", await (await clerk.PostAsync("/api/inspections", $$"""{"homeId":"{{home}}","template":"fire-example"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var grade = await (await clerk.GetAsync(Path($"/api/inspections/grades/{home}"))).JsonAsync();
        Assert.False(grade.TryGetProperty("grade", out _));
        var planned = await (await clerk.PostAsync("/api/inspections", $$"""{"homeId":"{{home}}","template":"fire-example","dueOn":"2026-06-05"}""")).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/inspections/{planned.GetProperty("id").GetGuid()}";

        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE1, 0, 16, .. "Exif\0\0GPS-39.0"u8, 0xFF, 0xDA, 0, 2, 65, 0xFF, 0xD9]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var added = await clerk.PostAsync(Path(path + "/photos"), photo);
        await added.JsonAsync(HttpStatusCode.Created);
        var picture = await clerk.GetAsync(Path("/api/inspections/" + added.Headers.Location));
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 65, 0xFF, 0xD9], await picture.Content.ReadAsByteArrayAsync());

        var answers = string.Join(',', InspectionTemplate.FireExample.Items.Select(item => $$"""{"item":"{{item.Code}}","verdict":"{{(item.Code == "exits-clear" ? "fail" : "pass")}}"}"""));
        Assert.Equal("NC2655", await (await clerk.PostAsync(path + "/complete", """{"answers":[]}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var done = await (await clerk.PostAsync(path + "/complete", $$"""{"answers":[{{answers}}],"peopleFound":2}""")).JsonAsync();
        Assert.Equal("done", done.GetProperty("state").GetString());
        var hazard = (await (await clerk.GetAsync(Path($"/api/hazards?home={home}"))).JsonAsync()).GetProperty("items").EnumerateArray().Single();
        var steps = $"/api/hazards/{hazard.GetProperty("id").GetGuid()}/steps";

        Assert.Equal("NC2660", await (await clerk.PostAsync(steps, """{"act":"close"}""", Match(hazard))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2651", await (await clerk.PostAsync(steps, """{"act":"notice"}""", Match(hazard))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        hazard = await (await clerk.PostAsync(steps, """{"act":"notice","workdays":3}""", Match(hazard))).JsonAsync();
        Assert.Equal(("noticed", "2026-06-04"), (hazard.GetProperty("state").GetString(), hazard.GetProperty("dueOn").GetString()));
        hazard = await (await clerk.PostAsync(steps, """{"act":"recheckPassed"}""", Match(hazard))).JsonAsync();
        hazard = await (await clerk.PostAsync(steps, """{"act":"close","note":"已清理"}""", Match(hazard))).JsonAsync();
        Assert.Equal(("closed", "2026-06-01"), (hazard.GetProperty("state").GetString(), hazard.GetProperty("closedOn").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client(Api.OtherOfficer).GetAsync(Path(path))).StatusCode);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static (string Name, string Value) Match(JsonElement record) => ("If-Match", $"\"{record.GetProperty("revision").GetString()}\"");

    private static async Task<Guid> HomeAsync(HttpClient clerk) =>
        (await (await clerk.PostAsync("/api/homes", """{"address":"天海公寓1号楼","kind":"dwelling","landlordName":"王房东","landlordPhone":"13800138000"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private async Task<int> ForgedAsync() =>
        (await host.Get<IAuditTrail>().ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Count(stored => stored.Entry.Action == "plate.forged");
}
