using System.Net;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

/// <summary>A morning of a hall over HTTP: Monday 2026-06-01 from 12:00 in Shanghai.</summary>
public sealed class QueueEndpointTests(TestHost host) : IClassFixture<TestHost>, IAsyncLifetime
{
    private static readonly AccessContext s_west = new(AgencyId.Parse("west"), "seed");
    private ServiceCentre _hall = null!;
    private Guid _item;
    private string _path = "";

    public async Task InitializeAsync()
    {
        var seed = await CentreEndpointTests.SeedAsync(host);
        _hall = (await host.Get<CentreManager>().FindAsync(s_west, seed.Centres["hall"], default))!;
        _item = seed.Items["permit-apply"].Value;
        _path = $"/api/queues/{_hall.Id}";
        var queue = host.Get<QueueManager>();
        if (await queue.FindSetupAsync(s_west, _hall.Id, default) is null)
        {
            var items = _hall.Windows.SelectMany(window => window.Items).Distinct().Where(item => item.Value != _item).ToList();
            (await queue.SetUpAsync(s_west, new QueueSetup
            {
                Centre = _hall.Id,
                Groups = [new("A", "居住证申领", "Permit", [new(_item)]), new("B", "其他", null, items)],
                MostOvertakes = 2,
                LongestWait = Duration.FromMinutes(40),
                PriorityClasses = [new("elderly", "老年人", "Elderly")],
                NoShowAfter = Duration.FromMinutes(2),
                MostRecalls = 1,
            }, default)).Require();
        }

        foreach (var window in await queue.ListWindowsAsync(s_west, _hall.Id, default))
        {
            if (window.Ticket is { } left)
            {
                (await queue.HoldAsync(s_west, left, window.Window, default)).Require();
            }
        }

        foreach (var ticket in await queue.ListInHallAsync(s_west, _hall.Id, default))
        {
            if (ticket.State == TicketState.Held)
            {
                (await queue.ResumeAsync(s_west, ticket.Id, default)).Require();
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private string Window => _hall.Windows.First(window => window.Items.Contains(new(_item))).Code;

    [Fact]
    public async Task Ticket_FromTakingToServed_GoesThroughEveryStep()
    {
        var (clerk, reader) = (host.Client(Api.Clerk), host.Client(Api.Reader));
        var setup = await (await reader.GetAsync(Uri(_path))).JsonAsync();
        Assert.Equal(["A", "B"], setup.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("prefix").GetString()));

        var issued = await (await clerk.PostAsync(_path + "/tickets", Items(), ("Idempotency-Key", "kiosk-1"))).JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync(_path + "/tickets", Items(), ("Idempotency-Key", "kiosk-1"))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((issued.GetProperty("link").GetString(), Number(issued)), (again.GetProperty("link").GetString(), Number(again)));
        Assert.Equal("NC3003", await (await clerk.PostAsync(_path + "/tickets", Items("elderly"), ("Idempotency-Key", "kiosk-1"))).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var link = JsonSerializer.Serialize(new Dictionary<string, string?> { ["link"] = issued.GetProperty("link").GetString() });
        var place = await (await reader.PostAsync("/api/queues/find", link)).JsonAsync();
        Assert.Equal(("waiting", 0), (place.GetProperty("ticket").GetProperty("state").GetString(), place.GetProperty("ahead").GetInt32()));
        Assert.False(place.TryGetProperty("wait", out _));
        var found = await (await reader.GetAsync(Uri($"{_path}/tickets?number={Number(issued)}"))).JsonAsync();
        Assert.Equal(Number(issued), Assert.Single(found.EnumerateArray()).GetProperty("number").GetString());

        var called = await (await clerk.PostAsync($"{_path}/windows/{Window}/call", "")).JsonAsync();
        Assert.Equal((Number(issued), "called", Window), (called.GetProperty("number").GetString(), called.GetProperty("state").GetString(), called.GetProperty("window").GetString()));
        Assert.Equal("NC2431", await (await clerk.PostAsync($"{_path}/windows/{Window}/call", "")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2430", await (await clerk.PostAsync($"{_path}/windows/none/call", "")).ProblemAsync(HttpStatusCode.NotFound));
        var ticket = $"/api/queues/tickets/{called.GetProperty("id").GetGuid()}";
        var board = await (await reader.GetAsync(Uri(_path + "/board"))).JsonAsync();
        Assert.Equal(Number(issued), board.GetProperty("recent")[0].GetProperty("number").GetString());
        Assert.Equal(1, (await (await clerk.PostAsync(ticket + "/recall", At(Window))).JsonAsync()).GetProperty("recalls").GetInt32());
        Assert.Equal("NC2435", await (await clerk.PostAsync(ticket + "/recall", At(Window))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2436", await (await clerk.PostAsync(ticket + "/no-show", At(Window))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("NC2434", await (await clerk.PostAsync(ticket + "/start", At("other"))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("serving", State(await (await clerk.PostAsync(ticket + "/start", At(Window))).JsonAsync()));
        Assert.Equal("held", State(await (await clerk.PostAsync(ticket + "/hold", At(Window))).JsonAsync()));
        Assert.Equal("waiting", State(await (await clerk.PostAsync(ticket + "/resume", "")).JsonAsync()));
        await (await clerk.PostAsync($"{_path}/windows/{Window}/call", "")).JsonAsync();
        await (await clerk.PostAsync(ticket + "/start", At(Window))).JsonAsync();
        Assert.Equal("NC2431", await (await clerk.PostAsync($"{_path}/windows/{Window}/sign-off", "")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("served", State(await (await clerk.PostAsync(ticket + "/finish", At(Window))).JsonAsync()));
        Assert.Equal("NC2433", await (await clerk.PostAsync(ticket + "/finish", At(Window))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("served", State(await (await reader.GetAsync(Uri(ticket))).JsonAsync()));
        Assert.Equal("NC2432", await (await clerk.PostAsync($"{_path}/windows/{Window}/call", "")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.False((await (await clerk.PostAsync($"{_path}/windows/{Window}/sign-off", "")).JsonAsync()).GetProperty("isStaffed").GetBoolean());
        Assert.True((await (await clerk.PostAsync($"{_path}/windows/{Window}/sign-on", "")).JsonAsync()).GetProperty("isStaffed").GetBoolean());
        Assert.Contains(Window, (await (await reader.GetAsync(Uri(_path + "/windows"))).JsonAsync()).EnumerateArray().Select(duty => duty.GetProperty("window").GetString()));
        Assert.Equal("NC3012", await (await host.Client(Api.OtherOfficer).GetAsync(Uri(ticket))).ProblemAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Ticket_TransferredAndLeft_WaitsElsewhereThenIsGone()
    {
        var clerk = host.Client(Api.Clerk);
        var issued = await (await clerk.PostAsync(_path + "/tickets", Items("elderly"))).JsonAsync(HttpStatusCode.Created);
        var called = await (await clerk.PostAsync($"{_path}/windows/{Window}/call", "")).JsonAsync();
        Assert.Equal(Number(issued), called.GetProperty("number").GetString());
        var other = _hall.Windows.SelectMany(window => window.Items).First(item => item.Value != _item).Value;
        var path = $"/api/queues/tickets/{called.GetProperty("id").GetGuid()}/transfer";
        Assert.Equal("NC2411", await (await clerk.PostAsync(path, $$"""{"window":"{{Window}}","itemId":"{{Guid.NewGuid()}}"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));
        var moved = await (await clerk.PostAsync(path, $$"""{"window":"{{Window}}","itemId":"{{other}}"}""")).JsonAsync();
        Assert.Equal((Number(issued), "B", "waiting"), (moved.GetProperty("number").GetString(), moved.GetProperty("line").GetString(), State(moved)));
        var hall = await (await clerk.GetAsync(Uri(_path + "/tickets"))).JsonAsync();
        Assert.Contains(Number(issued), hall.EnumerateArray().Select(ticket => ticket.GetProperty("number").GetString()));
        var link = JsonSerializer.Serialize(new Dictionary<string, string?> { ["link"] = issued.GetProperty("link").GetString() });
        Assert.Equal("left", State(await (await clerk.PostAsync("/api/queues/leave", link)).JsonAsync()));
        Assert.Equal("NC3012", await (await clerk.PostAsync("/api/queues/find", """{"link":"nobody"}""")).ProblemAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task CheckIn_OfABooking_GivesOneTicketAndSaysWhenLate()
    {
        var clerk = host.Client(Api.Clerk);
        var appointments = host.Get<AppointmentManager>();
        var today = new LocalDate(2026, 6, 1);
        var days = (await appointments.FindFreeAsync(s_west, _hall.Id, new(_item), today, 1, null, default)).Require().Days;
        var slot = days[0].Slots[0];
        var person = new StatedPerson { Name = "张三丰", Document = new StatedDocument { Number = "11010519491231002X" } };
        var booked = (await appointments.BookAsync(s_west, new(_hall.Id, new(_item), today, slot.Start, null), person, null, default)).Require();
        var body = $$"""{"appointmentId":"{{booked.Id}}"}""";
        Assert.Equal("NC2420", await (await clerk.PostAsync(_path + "/check-in", $$"""{"appointmentId":"{{Guid.NewGuid()}}"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity));

        var first = await (await clerk.PostAsync(_path + "/check-in", body)).JsonAsync(HttpStatusCode.Created);
        var again = await (await clerk.PostAsync(_path + "/check-in", body)).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("booked", Number(first)), (first.GetProperty("ticket").GetProperty("class").GetString(), Number(again)));
        Assert.DoesNotContain("张三丰", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(AppointmentStatus.Arrived, (await appointments.FindAsync(s_west, booked.Id, default))!.Status);
        var wait = await (await clerk.GetAsync(Uri($"{_path}/wait?item={_item}"))).JsonAsync();
        Assert.False(wait.TryGetProperty("wait", out _));
    }

    private string Items(string? priority = null) => priority is null ? $$"""{"itemIds":["{{_item}}"]}""" : $$"""{"itemIds":["{{_item}}"],"priority":"{{priority}}"}""";

    private static string At(string window) => $$"""{"window":"{{window}}"}""";

    private static string? Number(JsonElement issued) => issued.GetProperty("ticket").GetProperty("number").GetString();

    private static string? State(JsonElement ticket) => ticket.GetProperty("state").GetString();

    private static Uri Uri(string path) => new(path, UriKind.Relative);
}
