using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

public sealed class QueueTicketTests : IDisposable
{
    private readonly TestHall _hall = new();

    public void Dispose() => _hall.Dispose();

    [Fact]
    public async Task TakeTicketAsync_FromManyKiosksAtOnce_NumbersAreUniqueWithoutGapAndOfTheirPrefix()
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () => (await _hall.TryTakeAsync(i % 3 == 0 ? TestHall.Police : TestHall.Permit)).Require().Ticket)));

        Assert.Equal(Enumerable.Range(1, 40), tickets.Where(ticket => ticket.Prefix == "A").Select(ticket => ticket.Sequence).Order());
        Assert.Equal(Enumerable.Range(1, 20), tickets.Where(ticket => ticket.Prefix == "B").Select(ticket => ticket.Sequence).Order());
        Assert.All(tickets, ticket => Assert.Equal(ticket.Items[0] == TestHall.Police ? "B" : "A", ticket.Prefix));
        Assert.Equal("A040", tickets.Where(ticket => ticket.Prefix == "A").Max(ticket => ticket.Number));
    }

    [Fact]
    public async Task TakeTicketAsync_SameRequestTwice_GivesTheSameTicketAndLink()
    {
        var key = new RequestKey("kiosk-1:7", [1]);
        var first = (await _hall.TryTakeAsync(key: key)).Require();
        var again = (await _hall.TryTakeAsync(key: key)).Require();
        Assert.Equal((first.Ticket.Id, first.Link, "A001"), (again.Ticket.Id, again.Link, again.Ticket.Number));
        Assert.Equal("A002", (await _hall.TryTakeAsync()).Require().Ticket.Number);
        Assert.Equal(StorageErrors.KeyReused, (await _hall.TryTakeAsync(TestHall.Police, key: new RequestKey("kiosk-1:7", [2]))).FirstError.Code);
    }

    [Fact]
    public async Task TakeTicketAsync_WhatDoesNotFit_IsRefusedWithItsCode()
    {
        await RefusedAsync(QueueErrors.ItemsMissing, new(TestHall.Centre, []));
        await RefusedAsync(QueueErrors.ItemWithoutLine, new(TestHall.Centre, [new(Guid.Empty)]));
        await RefusedAsync(QueueErrors.ItemsOfTwoLines, new(TestHall.Centre, [TestHall.Permit, TestHall.Police]));
        await RefusedAsync(QueueErrors.PriorityUnknown, new(TestHall.Centre, [TestHall.Permit], "royal"));
        await RefusedAsync(QueueErrors.CentreUnknown, new(new ServiceCentreId(Guid.Empty), [TestHall.Permit]));
        Assert.Equal(QueueErrors.CentreUnknown, (await _hall.Queue.TakeTicketAsync(_hall.Office.South, new(TestHall.Centre, [TestHall.Permit]), null, default)).FirstError.Code);
        _hall.Place = TestHall.NewCentre() with { Windows = [new("A01", "居住证", [TestHall.Permit], null, false), new("A02", "签注", [TestHall.Renewal], null, false)] };
        await RefusedAsync(QueueErrors.NoWindow, new(TestHall.Centre, [TestHall.Permit, TestHall.Renewal]));

        async Task RefusedAsync(ErrorCode code, TakeTicket command) => Assert.Equal(code, (await _hall.Queue.TakeTicketAsync(_hall.Office.West, command, null, default)).FirstError.Code);
    }

    [Theory]
    [InlineData(8, 29, "NC2417", "08:30")]
    [InlineData(8, 30, null, null)]
    [InlineData(12, 30, null, null)]
    [InlineData(16, 29, null, null)]
    [InlineData(16, 30, "NC2418", "16:30")]
    [InlineData(23, 59, "NC2418", "16:30")]
    public async Task TakeTicketAsync_OutsideTicketHours_SaysSinceWhen(int hour, int minute, string? code, string? time)
    {
        _hall.Office.Clock.Reset(TestHall.At(hour, minute));
        var outcome = await _hall.TryTakeAsync();
        Assert.Equal(code, outcome.Succeeded ? null : outcome.FirstError.Code.Value);
        if (time is not null) Assert.Equal([time], outcome.FirstError.Arguments);
    }

    [Fact]
    public async Task TakeTicketAsync_OnAClosedOrUnannouncedDay_SaysWhy()
    {
        _hall.Place = _hall.Place with { Exceptions = [new DayException(TestHall.Monday, TestHall.Monday, [], "停电检修")] };
        var outcome = await _hall.TryTakeAsync();
        Assert.Equal((QueueErrors.ClosedToday, "停电检修"), (outcome.FirstError.Code, outcome.FirstError.Arguments[0]));
        _hall.Office.Clock.Reset(Instant.FromUtc(2027, 1, 11, 2, 0));
        Assert.Equal(QueueErrors.NotAnnounced, (await _hall.TryTakeAsync()).FirstError.Code);
    }

    [Fact]
    public async Task TakeTicketAsync_AfterMidnight_NumbersBeginAgainAndYesterdaysAreGone()
    {
        var atWindow = await _hall.TakeAsync();
        await _hall.CallAsync();
        var old = (await _hall.TryTakeAsync()).Require();
        _hall.Office.Clock.Reset(TestHall.At(9, 0) + Duration.FromDays(1));
        Assert.Equal(QueueErrors.NobodyWaits, (await _hall.CallAsync()).FirstError.Code);
        var fresh = await _hall.TakeAsync();
        Assert.Equal(("A001", TestHall.Monday.PlusDays(1)), (fresh.Number, fresh.Day));
        Assert.Equal(fresh.Id, (await _hall.CallAsync()).Require().Id);
        Assert.Equal(QueueErrors.OtherDay, (await _hall.Queue.LeaveAsync(_hall.Office.West, old.Link, default)).FirstError.Code);
        Assert.Equal(QueueErrors.OtherDay, (await _hall.Queue.HoldAsync(_hall.Office.West, atWindow.Id, "A01", default)).FirstError.Code);
        (await _hall.Queue.StartAsync(_hall.Office.West, atWindow.Id, "A01", default)).Require();
        Assert.Equal(TicketState.Served, (await _hall.Queue.FinishAsync(_hall.Office.West, atWindow.Id, "A01", default)).Require().State);
    }

    [Fact]
    public async Task CheckInAsync_InTimeLateAndTwice_GivesOneTicketOfTheRightClass()
    {
        var early = _hall.Bookings.Add(TestHall.At(9, 30), TestHall.Permit, "elderly");
        var late = _hall.Bookings.Add(TestHall.At(8, 49), TestHall.Permit);
        var first = (await CheckInAsync(early)).Require();
        Assert.Equal((TicketClass.Booked, "elderly", BookedOutcome.Arrived), (first.Ticket.Class, first.Ticket.Priority, _hall.Bookings.Outcomes[early]));
        Assert.Equal((first.Ticket.Id, first.Link), ((await CheckInAsync(early)).Require().Ticket.Id, (await CheckInAsync(early)).Require().Link));
        var second = await CheckInAsync(late);
        Assert.Equal((TicketClass.WalkIn, QueueErrors.CameLate, "10"), (second.Require().Ticket.Class, second.Issues[0].Code, second.Issues[0].Arguments[0]));
        Assert.Equal("A002", second.Require().Ticket.Number);
    }

    [Fact]
    public async Task CheckInAsync_AtTwoKiosksAtOnce_GivesOneTicket()
    {
        var id = _hall.Bookings.Add(TestHall.At(9, 30), TestHall.Permit);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await CheckInAsync(id)).Require().Ticket.Id)));
        Assert.Single(tickets.Distinct());
        Assert.Equal("A002", (await _hall.TakeAsync()).Number);
    }

    [Fact]
    public async Task CheckInAsync_WrongDayOverOrUnknown_IsRefusedWithItsCode()
    {
        Assert.Equal(QueueErrors.BookingUnknown, (await CheckInAsync(new(Guid.NewGuid()))).FirstError.Code);
        Assert.Equal(QueueErrors.BookingOtherDay, (await CheckInAsync(_hall.Bookings.Add(TestHall.At(9, 0) + Duration.FromDays(1), TestHall.Permit))).FirstError.Code);
        Assert.Equal(QueueErrors.BookingOver, (await CheckInAsync(_hall.Bookings.Add(TestHall.At(9, 0), TestHall.Permit, expected: false))).FirstError.Code);
    }

    [Fact]
    public async Task FindPlaceAsync_ByLink_CountsWhoIsAheadAndRefusesAnAlteredLink()
    {
        var issued = new List<IssuedTicket>();
        for (var i = 0; i < 3; i++)
        {
            issued.Add((await _hall.TryTakeAsync()).Require());
            _hall.Pass(1);
        }

        await _hall.TakeAsync(TestHall.Police);
        Assert.Equal([0, 1, 2], [await AheadAsync(0), await AheadAsync(1), await AheadAsync(2)]);
        await _hall.CallAsync();
        Assert.Null(await AheadAsync(0));
        Assert.Equal(0, await AheadAsync(1));
        Assert.Equal(38, issued[0].Link.Length);
        Assert.DoesNotContain(issued[0].Link, issued[0].ToString(), StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "x", issued[0].Link[..^1], issued[0].Link[..^1] + (issued[0].Link[^1] == 'A' ? 'Q' : 'A'), issued[0].Ticket.Id.ToString() })
        {
            Assert.Equal(StorageErrors.NotFound, (await _hall.Queue.FindPlaceAsync(_hall.Office.West, wrong, default)).FirstError.Code);
        }

        (await _hall.Queue.LeaveAsync(_hall.Office.West, issued[1].Link, default)).Require();
        Assert.Equal(0, await AheadAsync(2));
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.LeaveAsync(_hall.Office.West, issued[1].Link, default)).FirstError.Code);

        async Task<int?> AheadAsync(int i) => (await _hall.Queue.FindPlaceAsync(_hall.Office.West, issued[i].Link, default)).Require().Ahead;
    }

    [Fact]
    public async Task SetUpAsync_Malformed_NamesEachFault()
    {
        var good = _hall.Setup;
        await RefusedAsync(QueueErrors.NumberOutOfRange, good with { Groups = [] });
        await RefusedAsync(QueueErrors.TextInvalid, good with { Groups = [good.Groups[0] with { Prefix = "a" }] });
        await RefusedAsync(QueueErrors.CodeTwice, good with { Groups = [good.Groups[0], good.Groups[1] with { Prefix = "A" }] });
        await RefusedAsync(QueueErrors.ItemTwice, good with { Groups = [good.Groups[0], good.Groups[1] with { Items = [TestHall.Permit] }] });
        await RefusedAsync(QueueErrors.NumberOutOfRange, good with { LongestWait = Duration.Zero });
        await RefusedAsync(QueueErrors.CentreUnknown, good with { Centre = new(Guid.Empty) });
        await RefusedAsync(StorageErrors.Conflict, good with { Revision = default });
        Assert.Equal(3, (await _hall.Queue.SetUpAsync(_hall.Office.West, good with { MostOvertakes = 3 }, default)).Require().MostOvertakes);

        async Task RefusedAsync(ErrorCode code, QueueSetup setup) => Assert.Equal(code, (await _hall.Queue.SetUpAsync(_hall.Office.West, setup, default)).FirstError.Code);
    }

    private async Task<Outcome<IssuedTicket>> CheckInAsync(AppointmentId appointment) => await _hall.Queue.CheckInAsync(_hall.Office.West, new CheckIn(TestHall.Centre, appointment), default);
}
