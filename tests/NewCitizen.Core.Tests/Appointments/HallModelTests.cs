using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>Drives book, hold, confirm, cancel, wait, accept, close, open, no-show and time at random against <see cref="HallModel"/>.</summary>
public sealed class HallModelTests : IDisposable
{
    private const int People = 8;
    private readonly TempDirectory _folder = new();

    private static readonly Gen<(int Step, int Slot, int Person, int Pick)[]> s_runs = Gen.Select(Gen.Int[0, 13], Gen.Int[0, 2], Gen.Int[0, People - 1], Gen.Int[0, 99]).Array[10, 60];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hall_AnyRun_DoesAsTheModelSays() =>
        s_runs.Sample(run => RunAsync(run, () => new TestOffice()).GetAwaiter().GetResult(), iter: NewCitizen.TestStores.TestStore.Major is null ? 150 : 12, threads: 1);

    [Fact]
    public void Hall_AnyRunOnAFile_DoesAsTheModelSays()
    {
        var files = 0;
        s_runs.Sample(run => RunAsync(run, () => new TestOffice(Path.Combine(_folder.Path, $"{files++}.db"))).GetAwaiter().GetResult(), iter: 12, threads: 1);
    }

    [Theory]
    [InlineData((int)HallFault.IgnoresPlaces)]
    [InlineData((int)HallFault.LosesReleases)]
    public void Hall_StoreBreaksARule_ModelNotices(int fault) => Assert.ThrowsAny<Exception>(() =>
        s_runs.Sample(run => RunAsync(run, () => Faulty((HallFault)fault)).GetAwaiter().GetResult(), iter: 150, threads: 1));

    [Fact]
    public void Hall_StoreBreaksNothing_ModelIsContent() =>
        s_runs.Sample(run => RunAsync(run, () => Faulty(HallFault.None)).GetAwaiter().GetResult(), iter: 5, threads: 1);

    private static TestOffice Faulty(HallFault fault) => new(builder =>
    {
        var usual = builder.Services.Last(service => service.ServiceType == typeof(IRecordStore));
        builder.Services.Replace(ServiceDescriptor.Singleton<IRecordStore>(provider => new FaultyHall(
            (IRecordStore)(usual.ImplementationFactory?.Invoke(provider) ?? usual.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, usual.ImplementationType!)), fault)));
    });

    private static async Task RunAsync((int Step, int Slot, int Person, int Pick)[] run, Func<TestOffice> office)
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = HallModel.Places, Offer = Duration.FromMinutes(5) }, office: office());
        var model = new HallModel(desk.Office.Clock.GetCurrentInstant());
        foreach (var (step, slot, person, pick) in run)
        {
            await StepAsync(desk, model, step, slot, person, pick);
            await CompareAsync(desk, model);
        }

        await desk.AuditAsync();
    }

    private static async Task StepAsync(AppointmentDesk desk, HallModel model, int step, int slot, int person, int pick)
    {
        var (manager, west, choice) = (desk.Manager, desk.West, desk.At(Nine.PlusMinutes(30 * slot)));
        var has = model.Visits.Exists(visit => visit.Slot == slot && visit.Person == person && visit.Status is AppointmentStatus.Booked or AppointmentStatus.Offered)
            || model.Line.Exists(wait => wait.Slot == slot && wait.Person == person && wait.Offer is null);
        switch (step)
        {
            case 0 or 1 or 2 when !has:
                var booked = await manager.BookAsync(west, choice, Person(person), null, default);
                Assert.Equal(model.Free(slot) > 0, booked.Succeeded);
                if (booked.Succeeded)
                {
                    model.Visits.Add(new() { Slot = slot, Person = person, Status = AppointmentStatus.Booked, Id = booked.Value.Id });
                }

                break;
            case 3:
                var held = await manager.HoldAsync(west, choice, null, default);
                Assert.Equal(model.Free(slot) > 0, held.Succeeded);
                if (held.Succeeded)
                {
                    model.Visits.Add(new() { Slot = slot, Status = AppointmentStatus.Held, HeldUntil = model.Now + Duration.FromMinutes(10), Id = held.Value.Id });
                }

                break;
            case 4 when Any(AppointmentStatus.Held) is { } hold:
                var taken = model.Visits.Exists(visit => visit.Slot == hold.Slot && visit.Person == person && visit.Status == AppointmentStatus.Booked);
                var waits = model.Visits.Exists(visit => visit.Slot == hold.Slot && visit.Person == person && visit.Status == AppointmentStatus.Offered)
                    || model.Line.Exists(wait => wait.Slot == hold.Slot && wait.Person == person && wait.Offer is null);
                if (!waits)
                {
                    var confirmed = await manager.ConfirmAsync(west, hold.Id!.Value, await RevisionAsync(hold), Person(person), null, default);
                    Assert.Equal(!taken && hold.HeldUntil > model.Now, confirmed.Succeeded);
                    if (confirmed.Succeeded)
                    {
                        (hold.Status, hold.Person) = (AppointmentStatus.Booked, person);
                    }
                }

                break;
            case 5 or 6 when Any(AppointmentStatus.Booked, AppointmentStatus.Offered, AppointmentStatus.Held, AppointmentStatus.ToCall) is { } leaves:
                var late = leaves.Status == AppointmentStatus.Booked && model.Now > HallModel.StartOf(leaves.Slot);
                var cancelled = await manager.CancelAsync(west, leaves.Id!.Value, await RevisionAsync(leaves), false, null, default);
                Assert.Equal(!late, cancelled.Succeeded);
                leaves.Status = late ? leaves.Status : AppointmentStatus.Cancelled;
                model.Settle();
                break;
            case 7 or 8 when !has && !model.Visits.Exists(visit => visit.Person == person && visit.Slot == slot && visit.IsLiving):
                var joined = await manager.JoinWaitlistAsync(west, choice, false, Person(person), null, default);
                Assert.Equal(!model.Closed && HallModel.StartOf(slot) >= model.Now && model.Free(slot) == 0, joined.Succeeded);
                if (joined.Succeeded)
                {
                    model.Line.Add(new() { Slot = slot, Person = person, Id = joined.Value.Id });
                }

                // The order of the line is that of the clock.
                desk.Office.Clock.AdvanceMilliseconds(1);
                model.Now += Duration.FromMilliseconds(1);
                break;
            case 9 when Any(AppointmentStatus.Offered) is { } offer:
                Assert.True((await manager.AcceptAsync(west, offer.Id!.Value, await RevisionAsync(offer), null, default)).Succeeded);
                offer.Status = AppointmentStatus.Booked;
                break;
            case 10 or 11:
                var pause = Duration.FromMinutes(pick < 4 ? (21 * 60) + 20 : pick % 7);
                desk.Office.Clock.Advance(pause);
                model.Now += pause;
                await SettleAsync();
                break;
            case 12 when pick < 40:
                var centre = (await desk.Centres.FindAsync(west, desk.Centre.Id, default))!;
                (await desk.Centres.ReplaceAsync(west, centre with { Exceptions = model.Closed ? [] : [new DayException(Monday, Monday, [], "停电")] }, default)).Require();
                (await manager.SweepAsync(west, desk.Centre.Id, default)).Require();
                if (model.Closed)
                {
                    model.Closed = false;
                }
                else
                {
                    model.Close();
                }

                await SettleAsync();
                break;
            case 13 when Any(AppointmentStatus.Booked) is { } missed:
                var marked = await manager.MarkNoShowAsync(west, missed.Id!.Value, await RevisionAsync(missed), default);
                Assert.Equal(model.Now >= HallModel.StartOf(missed.Slot), marked.Succeeded);
                missed.Status = marked.Succeeded ? AppointmentStatus.NoShow : missed.Status;
                break;
        }

        HallModel.Visit? Any(params AppointmentStatus[] statuses)
        {
            var found = model.Visits.Where(visit => statuses.Contains(visit.Status)).ToList();
            return found.Count == 0 ? null : found[pick % found.Count];
        }

        async Task<Revision> RevisionAsync(HallModel.Visit visit) => (await manager.FindAsync(west, visit.Id!.Value, default))!.Revision;

        async Task SettleAsync()
        {
            await manager.SettleAsync(west, default);
            foreach (var wait in model.Line.Where(wait => wait.Offer is null))
            {
                await manager.FindWaitlistEntryAsync(west, wait.Id, default);
            }

            model.Settle();
        }
    }

    private static async Task CompareAsync(AppointmentDesk desk, HallModel model)
    {
        foreach (var wait in model.Line.Where(wait => wait.Offer is { Id: null }))
        {
            var entry = await desk.Manager.FindWaitlistEntryAsync(desk.West, wait.Id, default);
            Assert.NotNull(entry!.Offer);
            wait.Offer!.Id = entry.Offer;
        }

        var stored = (await desk.Manager.ListDayAsync(desk.West, desk.Centre.Id, Monday, 1000, null, default)).Items;
        Assert.Equal(
            model.Visits.Select(visit => (visit.Id!.Value.Value, visit.Status)).Order(),
            stored.Select(found => (found.Id.Value, found.Status)).Order());
        var free = (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 1, null, default)).Require().Days[0];
        foreach (var slot in free.Slots)
        {
            var at = (int)((slot.Start.TickOfDay - Nine.TickOfDay) / NodaConstants.TicksPerMinute / 30);
            Assert.Equal(at < 3 ? model.Free(at) : HallModel.Places, slot.Free);
        }
    }
}
