using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

public sealed class QueueCallingTests : IDisposable
{
    private readonly TestHall _hall = new();

    public void Dispose() => _hall.Dispose();

    [Fact]
    public async Task CallNextAsync_TwoWindowsAtOnce_NeverGetOnePerson()
    {
        for (var round = 0; round < 20; round++)
        {
            await _hall.TakeAsync(TestHall.Renewal);
            await _hall.TakeAsync(TestHall.Renewal);
            await _hall.TakeAsync(TestHall.Renewal);
            var called = await Task.WhenAll(new[] { "A01", "A02", "A03" }.Select(window => Task.Run(async () => (await _hall.CallAsync(window)).Require())));
            Assert.Equal(3, called.Select(ticket => ticket.Id).Distinct().Count());
            foreach (var ticket in called)
            {
                (await _hall.Queue.StartAsync(_hall.Office.West, ticket.Id, ticket.Window!, default)).Require();
                (await _hall.Queue.FinishAsync(_hall.Office.West, ticket.Id, ticket.Window!, default)).Require();
            }
        }
    }

    [Fact]
    public async Task CallNextAsync_BookedBeforeWalkIns_OnlyAsOftenAsTheRulesAllow()
    {
        var walkIn = await _hall.TakeAsync();
        var booked = new List<QueueTicket>();
        for (var i = 0; i < 4; i++) booked.Add(await _hall.BookedAsync(TestHall.At(9, 0)));
        Assert.Equal([booked[0].Number, booked[1].Number, walkIn.Number, booked[2].Number, booked[3].Number], [await Next(), await Next(), await Next(), await Next(), await Next()]);

        async Task<string> Next() => await _hall.ServeAsync();
    }

    [Fact]
    public async Task CallNextAsync_ManyWindowsAtOnce_KeepTheBoundOfOvertakes()
    {
        var walkIns = new List<QueueTicket> { await _hall.TakeAsync(TestHall.Renewal) };
        for (var i = 0; i < 6; i++) await _hall.BookedAsync(TestHall.At(9, 0), TestHall.Renewal);
        var called = await Task.WhenAll(new[] { "A01", "A02", "A03" }.Select(window => Task.Run(async () => (await _hall.CallAsync(window)).Require())));
        Assert.Contains(walkIns[0].Id, called.Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task CallNextAsync_WalkInAfterTheLongestWait_GoesFirst()
    {
        var walkIn = await _hall.TakeAsync();
        _hall.Pass(40 * 60);
        await _hall.BookedAsync(TestHall.At(9, 40));
        Assert.Equal(walkIn.Id, (await _hall.CallAsync()).Require().Id);
    }

    [Fact]
    public async Task CallNextAsync_BookedForLater_WaitsWhileOthersDoButNotForNobody()
    {
        var booked = await _hall.BookedAsync(TestHall.At(10, 0));
        var walkIn = await _hall.TakeAsync();
        Assert.Equal([walkIn.Number, booked.Number], [await _hall.ServeAsync(), await _hall.ServeAsync()]);
    }

    [Fact]
    public async Task CallNextAsync_AtThePriorityLane_CallsTheElderlyFirst()
    {
        var first = await _hall.TakeAsync(TestHall.Renewal);
        await _hall.BookedAsync(TestHall.At(9, 0), TestHall.Renewal);
        for (var i = 0; i < 3; i++) Assert.Equal((await _hall.TakeAsync(TestHall.Renewal, "elderly")).Number, await _hall.ServeAsync("A03"));
        Assert.NotEqual(first.Number, await _hall.ServeAsync("A03"));
        Assert.Equal(first.Number, await _hall.ServeAsync("A03"));
    }

    [Fact]
    public async Task CallNextAsync_ByWhatAWindowCanServe_LeavesTheRest()
    {
        await _hall.TakeAsync();
        var police = await _hall.TakeAsync(TestHall.Police);
        Assert.Equal(police.Id, (await _hall.CallAsync("B01")).Require().Id);
        Assert.Equal(QueueErrors.NobodyWaits, (await _hall.CallAsync("A03")).FirstError.Code);
        Assert.Equal((QueueErrors.WindowBusy, police.Number), ((await _hall.CallAsync("B01")).FirstError.Code, (await _hall.CallAsync("B01")).FirstError.Arguments[0]));
        Assert.Equal(QueueErrors.WindowUnknown, (await _hall.CallAsync("Z99")).FirstError.Code);
    }

    [Fact]
    public async Task RecallAndNoShow_KeepTheirBoundsAndTellTheBooking()
    {
        var ticket = await _hall.BookedAsync(TestHall.At(9, 0));
        await _hall.CallAsync();
        var early = await _hall.Queue.MarkNoShowAsync(_hall.Office.West, ticket.Id, "A01", default);
        Assert.Equal((QueueErrors.NoShowTooEarly, "120"), (early.FirstError.Code, early.FirstError.Arguments[0]));
        _hall.Pass(100);
        Assert.Equal(1, (await _hall.Queue.RecallAsync(_hall.Office.West, ticket.Id, "A01", default)).Require().Recalls);
        Assert.Equal(QueueErrors.RecallsUsed, (await _hall.Queue.RecallAsync(_hall.Office.West, ticket.Id, "A01", default)).FirstError.Code);
        Assert.Equal(QueueErrors.OtherWindow, (await _hall.Queue.RecallAsync(_hall.Office.West, ticket.Id, "A02", default)).FirstError.Code);
        _hall.Pass(119);
        Assert.False((await _hall.Queue.MarkNoShowAsync(_hall.Office.West, ticket.Id, "A01", default)).Succeeded);
        _hall.Pass(1);
        Assert.Equal(TicketState.NoShow, (await _hall.Queue.MarkNoShowAsync(_hall.Office.West, ticket.Id, "A01", default)).Require().State);
        Assert.Equal(BookedOutcome.NoShow, _hall.Bookings.Outcomes[ticket.Appointment!.Value]);
        Assert.Equal(QueueErrors.NobodyWaits, (await _hall.CallAsync()).FirstError.Code);
    }

    [Fact]
    public async Task HoldResumeAndTransfer_FreeTheWindowAndKeepTheArrival()
    {
        var first = await _hall.TakeAsync();
        var second = await _hall.TakeAsync();
        var police = await _hall.TakeAsync(TestHall.Police);
        await _hall.CallAsync();
        Assert.Equal(TicketState.Held, (await _hall.Queue.HoldAsync(_hall.Office.West, first.Id, "A01", default)).Require().State);
        Assert.Equal(second.Id, (await _hall.CallAsync()).Require().Id);
        (await _hall.Queue.StartAsync(_hall.Office.West, second.Id, "A01", default)).Require();
        Assert.Equal(TicketState.Waiting, (await _hall.Queue.ResumeAsync(_hall.Office.West, first.Id, default)).Require().State);
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.ResumeAsync(_hall.Office.West, first.Id, default)).FirstError.Code);
        Assert.Equal(QueueErrors.ItemWithoutLine, (await _hall.Queue.TransferAsync(_hall.Office.West, second.Id, "A01", new(Guid.Empty), default)).FirstError.Code);
        var moved = (await _hall.Queue.TransferAsync(_hall.Office.West, second.Id, "A01", TestHall.Police, default)).Require();
        Assert.Equal((second.Number, "B", TicketState.Waiting), (moved.Number, moved.Group, moved.State));
        Assert.Equal(first.Id, (await _hall.CallAsync()).Require().Id);
        Assert.Equal([second.Number, police.Number], [await _hall.ServeAsync("B01"), await _hall.ServeAsync("B01")]);
    }

    [Fact]
    public async Task StateChanges_OutOfOrder_AreRefused()
    {
        var ticket = await _hall.TakeAsync();
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.StartAsync(_hall.Office.West, ticket.Id, "A01", default)).FirstError.Code);
        await _hall.CallAsync();
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.FinishAsync(_hall.Office.West, ticket.Id, "A01", default)).FirstError.Code);
        (await _hall.Queue.StartAsync(_hall.Office.West, ticket.Id, "A01", default)).Require();
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.MarkNoShowAsync(_hall.Office.West, ticket.Id, "A01", default)).FirstError.Code);
        Assert.Equal(QueueErrors.OtherWindow, (await _hall.Queue.FinishAsync(_hall.Office.West, ticket.Id, "A02", default)).FirstError.Code);
        (await _hall.Queue.FinishAsync(_hall.Office.West, ticket.Id, "A01", default)).Require();
        Assert.Equal(QueueErrors.StateForbids, (await _hall.Queue.FinishAsync(_hall.Office.West, ticket.Id, "A01", default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await _hall.Queue.FinishAsync(_hall.Office.West, new(Guid.Empty), "A01", default)).FirstError.Code);
    }

    [Fact]
    public async Task Board_ShowsCallsAndCountsWhoWaits()
    {
        await _hall.TakeAsync();
        await _hall.TakeAsync();
        await _hall.TakeAsync(TestHall.Police);
        await _hall.CallAsync();
        var board = await _hall.Queue.ReadBoardAsync(_hall.Office.West, TestHall.Centre, default);
        Assert.Equal(("A001", "A01"), (board.Recent[0].Number, board.Windows[0].Window));
        Assert.Equal((1, 1), (board.Waiting["A"], board.Waiting["B"]));
        var duty = Assert.Single(await _hall.Queue.ListWindowsAsync(_hall.Office.West, TestHall.Centre, default));
        Assert.Equal((true, "A001"), (duty.IsStaffed, duty.Number));
        Assert.Equal(QueueErrors.WindowBusy, (await _hall.Queue.SignOffAsync(_hall.Office.West, TestHall.Centre, "A01", default)).FirstError.Code);
        Assert.Equal(QueueErrors.WindowUnknown, (await _hall.Queue.SignOffAsync(_hall.Office.West, TestHall.Centre, "Z9", default)).FirstError.Code);
        Assert.False((await _hall.Queue.SignOffAsync(_hall.Office.West, TestHall.Centre, "A02", default)).Require().IsStaffed);
    }

    [Fact]
    public async Task EveryStep_IsAuditedAndInTheFeed()
    {
        await _hall.TakeAsync();
        await _hall.ServeAsync();
        var actions = await _hall.Office.AuditActionsAsync();
        Assert.Equal(["queue.set-up", "queue.ticket-taken", "queue.called", "queue.serving", "queue.served"], actions.Where(action => action.StartsWith("queue.", StringComparison.Ordinal)));
        var feed = await _hall.Office.Get<IChangeFeed>().ReadChangesAsync(null, FeedPosition.Start, 100, default);
        var events = feed.Entries.Where(entry => entry.Type == ChangeType.Event).ToList();
        Assert.Equal(["queue.ticket-taken", "queue.called", "queue.serving", "queue.served"], events.Select(entry => entry.EventType));
        Assert.Equal("""{"number":"A001","line":"A","window":"A01"}""", System.Text.Encoding.UTF8.GetString(events[1].Payload.Span));
    }
}
