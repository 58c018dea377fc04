using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Appointments.Reminders;
using NewCitizen.Maintenance;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Appointments.Reminders;

/// <summary>Story 20: each reminder goes out exactly once.</summary>
public sealed class AppointmentRemindersTests : IDisposable
{
    private readonly AppointmentDesk _desk = new(plan => plan with { RemindAhead = Duration.FromHours(2), PlacesPerSlot = 50 });

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task SendDueAsync_BeforeAndAfterTheTime_SendsOnce()
    {
        var booked = await _desk.BookedAsync(1, AppointmentDesk.Nine);
        _desk.Office.Clock.Reset(booked.RemindAt!.Value - Duration.FromMilliseconds(1));
        Assert.Equal(0, await SendAsync());
        _desk.Office.Clock.Reset(booked.RemindAt!.Value);
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());
        Assert.Equal([booked.Id.Value], await SentAsync());
        Assert.Null((await _desk.AgainAsync(booked)).RemindAt);
        Assert.Equal(booked.Sequence, (await _desk.AgainAsync(booked)).Sequence);
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task SendDueAsync_ChangedAndCancelled_RemindsOfWhatIsLeft()
    {
        var moved = await _desk.BookedAsync(1, AppointmentDesk.Nine);
        var cancelled = await _desk.BookedAsync(2, AppointmentDesk.Nine);
        var later = (await _desk.Manager.ChangeAsync(_desk.West, moved.Id, moved.Revision, _desk.At(new LocalTime(10, 30)), byOffice: false, null, default)).Require();
        (await _desk.Manager.CancelAsync(_desk.West, cancelled.Id, cancelled.Revision, byOffice: false, null, default)).Require();
        Assert.True(later.RemindAt > moved.RemindAt);
        _desk.Office.Clock.Reset(moved.RemindAt!.Value);
        Assert.Equal(0, await SendAsync());
        _desk.Office.Clock.Reset(later.RemindAt!.Value);
        Assert.Equal(1, await SendAsync());
        Assert.Equal([moved.Id.Value], await SentAsync());
    }

    [Fact]
    public async Task SendDueAsync_AfterTheSlotBegan_ForgetsItWithoutAWord()
    {
        var booked = await _desk.BookedAsync(1, AppointmentDesk.Nine);
        _desk.Office.Clock.Reset(booked.StartsAt);
        Assert.Equal(0, await SendAsync());
        Assert.Empty(await SentAsync());
        Assert.Null((await _desk.AgainAsync(booked)).RemindAt);
    }

    [Fact]
    public async Task SendDueAsync_FourAtOnceOverManyPages_SendEachOnce()
    {
        var due = new List<Guid>();
        for (var i = 0; i < 130; i++)
        {
            due.Add((await _desk.BookedAsync(i, AppointmentDesk.Nine.PlusMinutes(30 * (i % 3)))).Id.Value);
        }

        _desk.Office.Clock.Reset(AppointmentDesk.Monday.At(new LocalTime(8, 30)).InUtc().ToInstant() - Duration.FromHours(8));
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await New().SendDueAsync(_desk.West.Agency, 1000, default))));
        Assert.Equal(130, sent.Sum() + await SendAsync());
        Assert.Equal(due.Order(), (await SentAsync()).Order());
    }

    [Fact]
    public async Task SendDueAsync_CutOffAnywhere_GoesOnWithoutASecondOne()
    {
        for (var i = 0; i < 5; i++)
        {
            await _desk.BookedAsync(i, AppointmentDesk.Nine);
        }

        _desk.Office.Clock.Reset(AppointmentDesk.Monday.At(new LocalTime(8, 30)).InUtc().ToInstant() - Duration.FromHours(8));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(1, await New().SendDueAsync(_desk.West.Agency, 1, default));
        }

        Assert.Equal(0, await SendAsync());
        Assert.Equal(5, (await SentAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Hosts_TwoThatRun_SendEachReminderOnce()
    {
        for (var i = 0; i < 40; i++)
        {
            await _desk.BookedAsync(i, AppointmentDesk.Nine);
        }

        var options = Options.Create(new MaintenanceOptions { Agencies = { _desk.West.Agency } });
        var timers = new[] { new HandTimer(), new HandTimer() };
        var hosts = timers.Select(timer => new AppointmentReminderService(New(), options, NullLogger<AppointmentReminderService>.Instance, timer)).ToList();
        foreach (var (host, timer) in hosts.Zip(timers))
        {
            await host.StartAsync(default);
            await timer.Made;
        }

        _desk.Office.Clock.Reset(AppointmentDesk.Monday.At(new LocalTime(8, 30)).InUtc().ToInstant() - Duration.FromHours(8));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var all = 0; all < 40; all = (await SentAsync()).Count)
        {
            Parallel.ForEach(timers, timer => timer.Ring());
            await Task.Delay(20, patience.Token);
        }

        foreach (var host in hosts)
        {
            await host.StopAsync(default);
            host.Dispose();
        }

        Assert.Equal(40, (await SentAsync()).Distinct().Count());
        Assert.Equal(40, (await SentAsync()).Count);
    }

    private AppointmentReminders New() => new(_desk.Office.Store, _desk.Office.Get<IAppointmentStore>(), _desk.Office.Clock);

    private async Task<int> SendAsync() => await _desk.Office.Get<AppointmentReminders>().SendDueAsync(_desk.West.Agency, 1000, default);

    private async Task<List<Guid>> SentAsync()
    {
        var page = await _desk.Office.Get<IChangeFeed>().ReadChangesAsync(_desk.West.Agency, FeedPosition.Start, 10_000, default);
        return [.. page.Entries.Where(entry => entry.EventType == AppointmentReminders.DueEvent).Select(entry => entry.Id)];
    }
}
