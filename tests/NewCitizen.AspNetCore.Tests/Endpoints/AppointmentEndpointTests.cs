using System.Net;
using NewCitizen.Centres;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

public sealed class AppointmentEndpointTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Person = """{"name":"张三丰","document":{"number":"11010519491231002X"},"phone":"13800138000"}""";

    [Fact]
    public async Task Appointment_FromFreeSlotToCancel_GoesThroughEveryStep()
    {
        var seed = await CentreEndpointTests.SeedAsync(host);
        var (centre, item) = (seed.Centres["hall"].Value, seed.Items["permit-apply"].Value);
        var clerk = host.Client(Api.Clerk);
        var from = host.Clock.GetCurrentInstant().ToDateTimeUtc().AddHours(8);
        var days = await (await clerk.GetAsync(new Uri($"/api/appointments/free?centre={centre}&item={item}&from={from:yyyy-MM-dd}&days=10", UriKind.Relative))).JsonAsync();
        var day = days.EnumerateArray().Skip(1).First(day => day.GetProperty("status").GetString() == "open" && day.GetProperty("slots").GetArrayLength() > 2);
        string Slot(int i) => $$"""{"centreId":"{{centre}}","itemId":"{{item}}","date":"{{day.GetProperty("date").GetString()}}","start":"{{day.GetProperty("slots")[i].GetProperty("start").GetString()}}"}""";

        var held = await clerk.PostAsync("/api/appointments/holds", Slot(0), ("Idempotency-Key", "hold-1"));
        var own = await held.JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync("/api/appointments/holds", Slot(0), ("Idempotency-Key", "hold-1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(own.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal("NC3003", await (await clerk.PostAsync("/api/appointments/holds", Slot(1), ("Idempotency-Key", "hold-1"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var path = $"/api/appointments/{own.GetProperty("id").GetGuid()}";
        Assert.Equal("NC6003", await (await clerk.PostAsync(path + "/confirm", Person)).ProblemAsync(HttpStatusCode.PreconditionRequired));
        var booked = await clerk.PostAsync(path + "/confirm", Person, ("If-Match", held.Headers.ETag!.Tag));
        own = await booked.JsonAsync();
        Assert.Equal("booked", own.GetProperty("status").GetString());
        Assert.DoesNotContain("张三丰", own.ToString(), StringComparison.Ordinal);
        var number = own.GetProperty("number").GetString();
        var mine = await (await clerk.PostAsync("/api/appointments/find", $$"""{"number":"{{number}}","lastFour":"002X"}""")).JsonAsync();
        Assert.Equal(own.GetProperty("id").GetGuid(), mine.GetProperty("id").GetGuid());
        Assert.Contains("NC2300", await (await clerk.PostAsync("/api/appointments/find", $$"""{"number":"{{number}}","lastFour":"0000"}""")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var moved = await clerk.PostAsync(path + "/change", Slot(2), ("If-Match", booked.Headers.ETag!.Tag));
        Assert.Equal(day.GetProperty("slots")[2].GetProperty("start").GetString(), (await moved.JsonAsync()).GetProperty("start").GetString());
        var cancelled = await clerk.PostAsync(path + "/cancel", "", ("If-Match", moved.Headers.ETag!.Tag));
        Assert.Equal("cancelled", (await cancelled.JsonAsync()).GetProperty("status").GetString());
        Assert.Equal("cancelled", (await (await clerk.GetAsync(new Uri(path, UriKind.Relative))).JsonAsync()).GetProperty("status").GetString());
    }
}
