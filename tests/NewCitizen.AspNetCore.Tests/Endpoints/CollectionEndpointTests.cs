using System.Net;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class CollectionEndpointTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Reports_FromTwoPartiesToADecision_ValuesAreSeenWithAPurposeOnly()
    {
        var clerk = host.Client("west/grid-7/clerk");
        var home = (await (await clerk.PostAsync("/api/homes", """{"address":"第三大街16号3-701","landlordName":"李房东"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var first = await (await clerk.PostAsync("/api/reports", Report("landlord", home, "13800138000"), ("Idempotency-Key", "r1"))).JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/reports", Report("landlord", home, "13800138000"), ("Idempotency-Key", "r1"))).JsonAsync(HttpStatusCode.Created);
        var second = await (await clerk.PostAsync("/api/reports", Report("resident", home, "13900139001"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((first.GetProperty("reportId").GetGuid(), true), (again.GetProperty("reportId").GetGuid(), again.GetProperty("isReplay").GetBoolean()));
        Assert.Equal("NC2831", second.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal("arrival", (await (await clerk.GetAsync(Path($"/api/reports/{first.GetProperty("reportId").GetGuid()}"))).JsonAsync()).GetProperty("kind").GetString());

        var stay = first.GetProperty("stayId").GetGuid();
        var read = await clerk.GetAsync(Path($"/api/reports/stays/{stay}"));
        var facts = await read.JsonAsync();
        Assert.DoesNotContain("13800138000", facts.ToString(), StringComparison.Ordinal);
        Assert.Equal("NC2807", await (await clerk.PostAsync($"/api/reports/stays/{stay}/confirm", """{"party":"employer","facts":["phone"]}""", ("If-Match", read.Headers.ETag!.Tag))).ProblemAsync(HttpStatusCode.Conflict));
        await (await clerk.PostAsync($"/api/reports/stays/{stay}/confirm", """{"party":"employer","facts":["arrived-on"]}""", ("If-Match", read.Headers.ETag!.Tag))).JsonAsync();
        Assert.Single((await (await clerk.GetAsync(Path($"/api/reports/stays?home={home}"))).JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal("NC6006", await (await clerk.GetAsync(Path("/api/reports/stays"))).ProblemAsync(HttpStatusCode.BadRequest));

        var task = second.GetProperty("tasks")[0].GetGuid();
        Assert.Equal("NC6009", await (await clerk.PostAsync($"/api/reports/conflicts/{task}", "")).ProblemAsync(HttpStatusCode.Forbidden));
        Assert.Equal("NC3200", await (await host.Client(Api.Officer).PostAsync($"/api/reports/conflicts/{task}", "")).ProblemAsync(HttpStatusCode.BadRequest));
        var shown = await host.Client(Api.Officer).PostAsync($"/api/reports/conflicts/{task}", "", ("Access-Purpose", "%E6%A0%B8%E5%AF%B9"));
        var conflict = await shown.JsonAsync();
        Assert.Equal(["13800138000", "13900139001"], conflict.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()));

        await (await clerk.PostAsync("/api/grid/workers", """{"account":"grid-7","name":"王网格","dutyDays":[1,2,3]}""")).JsonAsync(HttpStatusCode.Created);
        var taken = await clerk.PostAsync($"/api/grid/tasks/{task}/take", "", ("If-Match", shown.Headers.ETag!.Tag));
        Assert.Equal("taken", (await taken.JsonAsync()).GetProperty("state").GetString());
        Assert.Single((await (await clerk.GetAsync(Path("/api/grid/tasks/mine"))).JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal("NC2759", await (await clerk.PostAsync($"/api/grid/tasks/{task}/complete", """{"result":"好"}""", ("If-Match", taken.Headers.ETag!.Tag))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var resolved = await (await clerk.PostAsync($"/api/reports/conflicts/{task}/resolve", """{"choice":1,"reason":"电话核实"}""", ("If-Match", taken.Headers.ETag!.Tag))).JsonAsync();
        Assert.Equal("verified", resolved.GetProperty("facts").EnumerateArray().Single(fact => fact.GetProperty("name").GetString() == "phone").GetProperty("confidence").GetString());
    }

    [Fact]
    public async Task Batch_SentTwice_AnswersEachReport()
    {
        var clerk = host.Client(Api.Clerk);
        var batch = $$$"""{"items":[{"key":"b-1","report":{{{At("H00000101", "2026-05-01")}}} },{"key":"b-2","report":{{{At("H00000102", "2026-07-01")}}} }]}""";
        var first = await (await clerk.PostAsync("/api/reports/batch", batch)).JsonAsync();
        var second = await (await clerk.PostAsync("/api/reports/batch", batch)).JsonAsync();

        Assert.Equal(["accepted", "refused"], first.EnumerateArray().Select(answer => answer.GetProperty("state").GetString()));
        Assert.Equal(["replayed", "refused"], second.EnumerateArray().Select(answer => answer.GetProperty("state").GetString()));
        Assert.Equal(("NC2804", "/on"), (first[1].GetProperty("issues")[0].GetProperty("code").GetString(), first[1].GetProperty("issues")[0].GetProperty("pointer").GetString()));
        Assert.Equal("NC2812", await (await clerk.PostAsync("/api/reports/batch", """{"items":[]}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        await (await clerk.PostAsync("/api/reports", At("H00000101", "2026-05-01").Replace("gridWorker", "police", StringComparison.Ordinal))).ProblemAsync(HttpStatusCode.BadRequest);

        static string At(string number, string on) => $$"""{"party":"gridWorker","kind":"arrival","name":"某某","document":{"number":"{{number}}"},"address":"第四大街1号","on":"{{on}}"}""";
    }

    [Fact]
    public async Task HeldReport_IsDecided()
    {
        var clerk = host.Client(Api.Clerk);
        var home = (await (await clerk.PostAsync("/api/homes", """{"address":"第五大街2号","landlordName":"李房东"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await (await clerk.PostAsync("/api/reports", Report("resident", home, "13800138000", "H00000301"))).JsonAsync(HttpStatusCode.Created);
        var held = await (await clerk.PostAsync("/api/reports", Report("landlord", home, "13800138000", "H00000301").Replace("某某", "某甲", StringComparison.Ordinal))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("held", held.GetProperty("state").GetString());
        var task = held.GetProperty("tasks")[0].GetGuid();
        var tag = (await clerk.GetAsync(Path($"/api/grid/tasks/{task}"))).Headers.ETag!.Tag;

        Assert.Equal("NC2810", await (await clerk.PostAsync($"/api/reports/held/{task}/decide", """{"samePerson":true,"reason":""}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var decided = await (await clerk.PostAsync($"/api/reports/held/{task}/decide", """{"samePerson":true,"reason":"笔误"}""", ("If-Match", tag))).JsonAsync();
        Assert.Equal("accepted", decided.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Grid_CellsWorkersAndTasks_GoThroughTheirSteps()
    {
        var clerk = host.Client("west/grid-8/clerk");
        var home = (await (await clerk.PostAsync("/api/homes", """{"address":"第六大街3号","landlordName":"李房东"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var drawn = await clerk.PostAsync("/api/grid/cells", $$"""{"code":"C-8","name":"第八网格","homes":["{{home}}"]}""");
        var cell = await drawn.JsonAsync(HttpStatusCode.Created);
        var path = $"/api/grid/cells/{cell.GetProperty("id").GetGuid()}";
        Assert.Equal("NC2752", await (await clerk.PostAsync("/api/grid/cells", """{"code":"C-8","name":"又一个"}""")).ProblemAsync(HttpStatusCode.Conflict));
        var worker = await (await clerk.PostAsync("/api/grid/workers", """{"account":"grid-8","name":"王网格","phone":"13900139000"}""")).JsonAsync(HttpStatusCode.Created);
        Assert.DoesNotContain("13900139000", worker.ToString(), StringComparison.Ordinal);
        var assigned = await clerk.PostAsync(path + "/assign", $$"""{"workerId":"{{worker.GetProperty("id").GetGuid()}}","since":"2026-01-01"}""", ("If-Match", drawn.Headers.ETag!.Tag));
        Assert.Single((await assigned.JsonAsync()).GetProperty("assignments").EnumerateArray());
        var ended = await clerk.PostAsync(path + "/end-assignment", $$"""{"workerId":"{{worker.GetProperty("id").GetGuid()}}","until":"2026-12-31"}""", ("If-Match", assigned.Headers.ETag!.Tag));
        await ended.JsonAsync();
        Assert.Equal("NC3000", await (await clerk.PostAsync(path + "/change", """{"name":"新名","addresses":[]}""", ("If-Match", drawn.Headers.ETag!.Tag))).ProblemAsync(HttpStatusCode.PreconditionFailed));
        var address = cell.GetProperty("addresses")[0].GetGuid();
        await (await clerk.PostAsync(path + "/change", $$"""{"name":"新名","addresses":["{{address}}"]}""", ("If-Match", ended.Headers.ETag!.Tag))).JsonAsync();
        Assert.Contains((await (await clerk.GetAsync(Path("/api/grid/cells"))).JsonAsync()).GetProperty("items").EnumerateArray(), own => own.GetProperty("name").GetString() == "新名");
        Assert.NotEmpty((await (await clerk.GetAsync(Path("/api/grid/workers"))).JsonAsync()).GetProperty("items").EnumerateArray());

        var asked = $$"""{"kind":"hazardFollowUp","subjectKind":"hazard","subjectId":"{{Guid.NewGuid()}}","addressId":"{{address}}"}""";
        var opened = await clerk.PostAsync("/api/grid/tasks", asked);
        var task = await opened.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("open", "notConfigured"), (task.GetProperty("state").GetString(), task.GetProperty("due").GetProperty("status").GetString()));
        Assert.Equal("NC2763", await (await clerk.PostAsync("/api/grid/tasks", asked)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2759", await (await clerk.PostAsync("/api/grid/tasks", asked.Replace("hazardFollowUp", "conflict", StringComparison.Ordinal))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var step = $"/api/grid/tasks/{task.GetProperty("id").GetGuid()}";
        Assert.Equal("NC2756", await (await host.Client(Api.Clerk).PostAsync(step + "/take", "", ("If-Match", opened.Headers.ETag!.Tag))).ProblemAsync(HttpStatusCode.Forbidden));
        var taken = await clerk.PostAsync(step + "/take", "", ("If-Match", opened.Headers.ETag!.Tag));
        await taken.JsonAsync();
        Assert.Equal("NC3000", await (await clerk.PostAsync(step + "/take", "", ("If-Match", opened.Headers.ETag!.Tag))).ProblemAsync(HttpStatusCode.PreconditionFailed));
        var released = await clerk.PostAsync(step + "/release", "", ("If-Match", taken.Headers.ETag!.Tag));
        await released.JsonAsync();
        taken = await clerk.PostAsync(step + "/take", "", ("If-Match", released.Headers.ETag!.Tag));
        await taken.JsonAsync();
        Assert.Equal("done", (await (await clerk.PostAsync(step + "/complete", """{"result":"已看"}""", ("If-Match", taken.Headers.ETag!.Tag))).JsonAsync()).GetProperty("state").GetString());
        await (await clerk.GetAsync(Path($"/api/grid/tasks?state=done&cell={cell.GetProperty("id").GetGuid()}"))).JsonAsync();
        await (await clerk.GetAsync(Path("/api/grid/tasks?state=lost"))).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Empty((await (await clerk.GetAsync(Path("/api/grid/tasks/overdue"))).JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Checklists_NoneConfigured_IsSaid()
    {
        var clerk = host.Client(Api.Clerk);
        Assert.Equal(0, (await (await clerk.GetAsync(Path("/api/checklists"))).JsonAsync()).GetArrayLength());
        Assert.Equal("NC2860", await (await clerk.PostAsync($"/api/checklists/six/{Guid.NewGuid()}/tick", """{"item":"a"}""")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal("NC2860", await (await clerk.PostAsync($"/api/checklists/six/{Guid.NewGuid()}/untick", """{"item":"a"}""")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal("NC2860", await (await clerk.GetAsync(Path($"/api/checklists/six/{Guid.NewGuid()}"))).ProblemAsync(HttpStatusCode.NotFound));
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string Report(string party, Guid home, string phone, string number = "H00000201") =>
        $$$"""{"party":"{{{party}}}","kind":"arrival","name":"某某","document":{"number":"{{{number}}}"},"homeId":"{{{home}}}","on":"2026-05-20","facts":{"phone":"{{{phone}}}"}}""";
}
