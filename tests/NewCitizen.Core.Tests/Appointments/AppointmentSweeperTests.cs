using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Maintenance;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>The job that makes things happen sooner: closures and offers, in a running host and twice at once.</summary>
public sealed class AppointmentSweeperTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly HandTimer _timer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_EveryMinute_MovesClosuresAndOffersOn()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 1, Offer = Duration.FromMinutes(30) });
        var closed = await desk.BookedAsync(1, Nine, Monday.PlusDays(1));
        var booked = await desk.BookedAsync(2, Nine);
        var first = await WaitsAsync(desk, 3);
        var second = await WaitsAsync(desk, 4);
        (await desk.Manager.CancelAsync(desk.West, booked.Id, booked.Revision, false, null, default)).Require();
        (await desk.Centres.CloseAsync(desk.West, desk.Centre.Id, Monday.PlusDays(1), Monday.PlusDays(1), "停电", default)).Require();
        using var sweeper = Sweeper(desk);
        await sweeper.StartAsync(default);
        await _timer.Made;
        desk.Office.Clock.AdvanceMinutes(30);

        _timer.Ring();

        // Read as it is stored: asking the manager for an entry would itself bring the day up to date.
        await UntilAsync(async () => (await EntryAsync(desk, second)).Status == WaitlistStatus.Offered && (await desk.AgainAsync(closed)).Status == AppointmentStatus.ToCall);
        Assert.Equal(WaitlistStatus.Missed, (await EntryAsync(desk, first)).Status);
        desk.Office.Clock.AdvanceMinutes(30);
        _timer.Ring();
        await UntilAsync(async () => (await EntryAsync(desk, second)).Status == WaitlistStatus.Missed);
        await sweeper.StopAsync(default);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task SweepAsync_FromTwoHostsAtOnce_MovesEachBookingAndOfferOnce()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 10, Offer = Duration.FromMinutes(30) }, office: new TestOffice(path));
        using var other = new TestOffice(path);
        var closed = new List<Appointment>();
        for (var i = 0; i < 24; i++)
        {
            closed.Add(await desk.BookedAsync(i, Nine.PlusMinutes(30 * (i % 4)), Monday.PlusDays(1)));
        }

        var held = new List<Appointment>();
        for (var i = 0; i < 10; i++)
        {
            held.Add((await desk.Manager.HoldAsync(desk.West, desk.At(Nine), null, default)).Require());
        }

        var waiting = new List<WaitlistEntry>();
        for (var i = 0; i < 14; i++)
        {
            waiting.Add(await WaitsAsync(desk, 100 + i));
        }

        (await desk.Centres.CloseAsync(desk.West, desk.Centre.Id, Monday.PlusDays(1), Monday.PlusDays(1), "停电", default)).Require();
        desk.Office.Clock.AdvanceMinutes(15);
        other.Clock.Reset(desk.Office.Clock.GetCurrentInstant());
        using var one = Sweeper(desk);
        using var two = new AppointmentSweeper(other.Get<AppointmentManager>(), other.Get<IServiceCentreStore>(), Settings(desk), NullLogger<AppointmentSweeper>.Instance, _timer);

        await Task.WhenAll(Task.Run(() => one.SweepAsync(default)), Task.Run(() => two.SweepAsync(default)));

        var list = (await desk.Manager.ListToCallAsync(desk.West, desk.Centre.Id, 100, null, default)).Items;
        Assert.Equal(closed.Select(booking => booking.Id.Value).Order(), list.Select(found => found.Id.Value).Order());
        foreach (var hold in held)
        {
            Assert.Equal(AppointmentStatus.Lapsed, (await desk.AgainAsync(hold)).Status);
        }

        // Ten places, first come first offered.
        Assert.Equal(
            Enumerable.Repeat(WaitlistStatus.Offered, 10).Concat(Enumerable.Repeat(WaitlistStatus.Waiting, 4)),
            await Task.WhenAll(waiting.Select(async entry => (await EntryAsync(desk, entry)).Status)));
        var actions = await desk.Office.AuditActionsAsync();
        Assert.Equal((24, 10, 10), (actions.Count(action => action == "appointment.to-call"), actions.Count(action => action == "appointment.lapse"), actions.Count(action => action == "appointment.offer")));
        await desk.AuditAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await done())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<WaitlistEntry> WaitsAsync(AppointmentDesk desk, int person)
    {
        var entry = (await desk.Manager.JoinWaitlistAsync(desk.West, desk.At(Nine), false, Person(person), null, default)).Require();
        desk.Office.Clock.AdvanceSeconds(1);
        return entry;
    }

    private static async Task<WaitlistEntry> EntryAsync(AppointmentDesk desk, WaitlistEntry entry) => (await desk.Office.Get<WaitlistStore>().FindAsync(desk.West.Agency, entry.Id, default))!;

    private static IOptions<MaintenanceOptions> Settings(AppointmentDesk desk) => Options.Create(new MaintenanceOptions { Agencies = { desk.West.Agency } });

    private AppointmentSweeper Sweeper(AppointmentDesk desk) => new(desk.Manager, desk.Office.Get<IServiceCentreStore>(), Settings(desk), NullLogger<AppointmentSweeper>.Instance, _timer);
}
