using System.Net;
using System.Text.Json;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class ResidentEndpointTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Registering_AnswersCreatedWithLocationAndETagAndIsFoundMasked()
    {
        var clerk = _host.Client(Api.Clerk);
        var answer = await clerk.PostAsync("/api/residents", Api.Person());
        var body = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("created", body.GetProperty("effect").GetString());
        Assert.Equal($"\"{body.GetProperty("revision").GetString()}\"", answer.Headers.ETag!.Tag);
        var read = await clerk.GetAsync(answer.Headers.Location);
        var file = await read.JsonAsync();
        Assert.Equal("张*丰", file.GetProperty("maskedName").GetString());
        Assert.DoesNotContain(Api.Number, file.GetRawText(), StringComparison.Ordinal);
        Assert.True(read.Headers.CacheControl!.NoStore);
        foreach (var condition in new[] { """{"name":"张"}""", """{"name":"张三丰"}""", """{"phone":"13800138000"}""", $$"""{"documentNumber":"{{Api.Number}}"}""", "{}" })
        {
            var page = await (await clerk.PostAsync("/api/residents/search", condition)).JsonAsync();
            Assert.Equal(1, page.GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task AnotherAgency_SeesNothingAndChangesNothing()
    {
        var (id, tag) = await _host.Client(Api.Clerk).RegisterAsync();
        var stay = (await (await _host.Client(Api.Clerk).GetAsync(new Uri($"/api/residents/{id}", UriKind.Relative))).JsonAsync()).GetProperty("stays")[0];
        var other = _host.Client(Api.OtherOfficer);
        foreach (var path in new[] { $"/api/residents/{id}", $"/api/residents/{id}/timeline", $"/api/addresses/{stay.GetProperty("addressId").GetGuid()}" })
        {
            Assert.Equal("NC3012", await (await other.GetAsync(new Uri(path, UriKind.Relative))).ProblemAsync(HttpStatusCode.NotFound));
        }

        Assert.Equal("NC3012", await (await other.PostAsync($"/api/residents/{id}/full", "", ("Access-Purpose", "x"))).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal("NC3012", await (await other.PostAsync($"/api/residents/{id}/stays", """{"address":"x"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal("NC3012", await (await other.PostAsync($"/api/residents/{id}/stays/{stay.GetProperty("id").GetGuid()}/end", """{"until":"2026-05-01"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal("NC3012", await (await other.PostAsync("/api/addresses/find", """{"text":"天海路1号"}""")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal(0, (await (await other.PostAsync("/api/residents/search", $$"""{"documentNumber":"{{Api.Number}}"}""")).JsonAsync()).GetProperty("items").GetArrayLength());

        // The same person may be on file at both, each for itself.
        await other.RegisterAsync();
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidWithPointersAndWithoutValues()
    {
        var answer = await _host.Client(Api.Clerk).PostAsync("/api/residents", """{"name":"","document":{"number":"419900199003071230"},"phone":"12345","residence":{"address":"","since":"2999-01-01"}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var text = await answer.Content.ReadAsStringAsync();
        var pointers = JsonDocument.Parse(text).RootElement.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("pointer").GetString()).ToList();
        Assert.Equal(["/document/number", "/name", "/phone", "/residence/address", "/residence/since"], pointers.Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("419900199003071230", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdempotencyKey_SentAgain_AnswersTheSameAndForSomethingElseRefuses()
    {
        var clerk = _host.Client(Api.Clerk);
        var first = await (await clerk.PostAsync("/api/residents", Api.Person(), ("Idempotency-Key", "k-1"))).JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/residents", Api.Person(), ("Idempotency-Key", "k-1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal("NC3003", await (await clerk.PostAsync("/api/residents", Api.Person("李四"), ("Idempotency-Key", "k-1"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("NC6005", await (await clerk.PostAsync("/api/residents", Api.Person(), ("Idempotency-Key", new string('k', 65)))).ProblemAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Homes_WithAnIdempotencyKey_AreAddedOnce()
    {
        var clerk = _host.Client(Api.Clerk);
        const string Home = """{"address":"天海路9号","landlordName":"赵守义"}""";
        var first = await (await clerk.PostAsync("/api/homes", Home, ("Idempotency-Key", "h-1"))).JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/homes", Home, ("Idempotency-Key", "h-1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal(1, (await (await clerk.GetAsync(new Uri("/api/homes", UriKind.Relative))).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await (await _host.Client(Api.OtherOfficer).GetAsync(new Uri("/api/homes", UriKind.Relative))).JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task IfMatch_MissingWrongOrOld_IsRefused()
    {
        var clerk = _host.Client(Api.Clerk);
        var (id, tag) = await clerk.RegisterAsync();
        var path = $"/api/residents/{id}/stays";
        const string Stay = """{"address":"天海路2号"}""";
        Assert.Equal("NC6003", await (await clerk.PostAsync(path, Stay)).ProblemAsync(HttpStatusCode.PreconditionRequired));
        Assert.Equal("NC6004", await (await clerk.PostAsync(path, Stay, ("If-Match", "*"))).ProblemAsync(HttpStatusCode.BadRequest));
        Assert.Equal("NC6004", await (await clerk.PostAsync(path, Stay, ("If-Match", "\"x\""))).ProblemAsync(HttpStatusCode.BadRequest));
        var done = await clerk.PostAsync(path, Stay, ("If-Match", tag));
        Assert.Equal(2, (await done.JsonAsync()).GetProperty("stays").GetArrayLength());
        Assert.NotEqual(tag, done.Headers.ETag!.Tag);
        Assert.Equal("NC3000", await (await clerk.PostAsync(path, """{"address":"天海路3号"}""", ("If-Match", tag))).ProblemAsync(HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task FullData_NeedsAPurposeAndThenShowsAll()
    {
        var (id, _) = await _host.Client(Api.Clerk).RegisterAsync();
        var officer = _host.Client(Api.Officer);
        Assert.Equal("NC3200", await (await officer.PostAsync($"/api/residents/{id}/full", "")).ProblemAsync(HttpStatusCode.BadRequest));
        var full = await (await officer.PostAsync($"/api/residents/{id}/full", "", ("Access-Purpose", Uri.EscapeDataString("核对材料")))).JsonAsync();
        Assert.Equal(Api.Number, full.GetProperty("documents")[0].GetProperty("value").GetString());
        Assert.Equal("张三丰", full.GetProperty("names")[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "NC6000")]
    [InlineData("null", HttpStatusCode.BadRequest, "NC6000")]
    [InlineData("""{"nmae":"张"}""", HttpStatusCode.BadRequest, "NC6000")]
    [InlineData("""{"name":"张","phone":"13800138000"}""", HttpStatusCode.BadRequest, "NC6006")]
    [InlineData("""{"limit":0}""", HttpStatusCode.BadRequest, "NC6007")]
    [InlineData("""{"after":"xyz"}""", HttpStatusCode.BadRequest, "NC3011")]
    public async Task Searching_WithABadRequest_IsRefusedWithItsCode(string body, HttpStatusCode status, string code) =>
        Assert.Equal(code, await (await _host.Client(Api.Reader).PostAsync("/api/residents/search", body)).ProblemAsync(status));

    [Fact]
    public async Task Bodies_TooLargeOrNotJson_AreRefused()
    {
        var reader = _host.Client(Api.Reader);
        Assert.Equal("NC6001", await (await reader.PostAsync("/api/residents/search", $$"""{"name":"{{new string('a', 70_000)}}"}""")).ProblemAsync(HttpStatusCode.RequestEntityTooLarge));
        using var text = new StringContent("{}");

        // Routing itself answers a declared other type; nothing declared comes to the endpoint.
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await reader.PostAsync(new Uri("/api/residents/search", UriKind.Relative), text)).StatusCode);
        Assert.Equal("NC6002", await (await reader.PostAsync(new Uri("/api/residents/search", UriKind.Relative), content: null)).ProblemAsync(HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task MovingIn_ToATakenBed_IsAConflictAndMovingOutFreesIt()
    {
        var clerk = _host.Client(Api.Clerk);
        var (resident, _) = await clerk.RegisterAsync();
        var second = (await (await clerk.PostAsync("/api/residents", Api.Person("李秀兰", "34990019851123002X"))).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var home = (await (await clerk.PostAsync("/api/homes", """{"address":"天海路18号","landlordName":"赵守义","kind":"blueCollarApartment","name":"天海蓝领公寓"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var room = (await (await clerk.PostAsync($"/api/homes/{home}/rooms", """{"number":"101","use":"dormitoryRoom","beds":["A","B"]}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        string MoveIn(Guid who) => $$"""{"residentId":"{{who}}","roomId":"{{room}}","bed":"A","since":"2026-02-01"}""";
        var stay = (await (await clerk.PostAsync("/api/homes/occupancies", MoveIn(resident))).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        Assert.Equal("NC2102", await (await clerk.PostAsync("/api/homes/occupancies", MoveIn(second))).ProblemAsync(HttpStatusCode.Conflict));
        var living = await (await clerk.GetAsync(new Uri($"/api/homes/{home}/occupancies", UriKind.Relative))).JsonAsync();
        Assert.Equal("张*丰", living.GetProperty("items")[0].GetProperty("maskedName").GetString());
        Assert.Equal("NC2105", await (await _host.Client(Api.OtherOfficer).PostAsync($"/api/homes/occupancies/{stay}/end", """{"until":"2026-03-01"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        await (await clerk.PostAsync($"/api/homes/occupancies/{stay}/end", """{"until":"2026-03-01"}""")).JsonAsync();
        await (await clerk.PostAsync("/api/homes/occupancies", MoveIn(second))).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Moving_ToAnotherBed_ShowsInTheHouseRegister()
    {
        var clerk = _host.Client(Api.Clerk);
        var (resident, _) = await clerk.RegisterAsync();
        var home = (await (await clerk.PostAsync("/api/homes", """{"address":"天海路19号","landlordName":"赵守义","kind":"blueCollarApartment"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var room = (await (await clerk.PostAsync($"/api/homes/{home}/rooms", """{"number":"101","use":"dormitoryRoom","beds":["A","B"]}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        Assert.Equal("NC2120", await (await clerk.PostAsync($"/api/homes/{home}/rooms", """{"number":"102","use":"kitchen","beds":["A"]}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var stay = (await (await clerk.PostAsync("/api/homes/occupancies", $$"""{"residentId":"{{resident}}","roomId":"{{room}}","bed":"A","since":"2026-02-01"}""")).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        string Move(string bed) => $$"""{"roomId":"{{room}}","bed":"{{bed}}","on":"2026-02-10"}""";
        Assert.Equal("NC2124", await (await clerk.PostAsync($"/api/homes/occupancies/{stay}/move", Move("A"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("B", (await (await clerk.PostAsync($"/api/homes/occupancies/{stay}/move", Move("B"))).JsonAsync(HttpStatusCode.Created)).GetProperty("bed").GetString());

        var there = await (await clerk.GetAsync(new Uri($"/api/homes/{home}/register?day=2026-02-10", UriKind.Relative))).JsonAsync();
        Assert.Equal("B", there.GetProperty("items")[0].GetProperty("bed").GetString());
        Assert.Equal("张*丰", there.GetProperty("items")[0].GetProperty("maskedName").GetString());
        Assert.Equal(2, (await (await clerk.GetAsync(new Uri($"/api/homes/{home}/register?from=2026-02-10&to=2026-02-28", UriKind.Relative))).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal("NC6006", await (await clerk.GetAsync(new Uri($"/api/homes/{home}/register", UriKind.Relative))).ProblemAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Codes_AreReadWithTheirNames()
    {
        var reader = _host.Client(Api.Reader);
        var table = await (await reader.GetAsync(new Uri("/api/codes/tables/ethnicity", UriKind.Relative))).JsonAsync();
        Assert.Equal("汉族", table.GetProperty("entries")[0].GetProperty("zh").GetString());
        Assert.True((await (await reader.GetAsync(new Uri("/api/codes/tables", UriKind.Relative))).JsonAsync()).GetArrayLength() > 15);
        Assert.Equal("天津市", (await (await reader.GetAsync(new Uri("/api/codes/divisions/120000", UriKind.Relative))).JsonAsync()).GetProperty("name").GetString());
        Assert.Equal("NC6010", await (await reader.GetAsync(new Uri("/api/codes/tables/none", UriKind.Relative))).ProblemAsync(HttpStatusCode.NotFound));
    }
}
