using NewCitizen.Appointments;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>The promises of booking over processes and their death, on a store that several processes can open.</summary>
public sealed class HallProcessTests : IDisposable
{
    // A busy machine does little before each kill: then it is killed more often.
    private const int MostRounds = 40;

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BookAsync_FiveHundredFromTwoProcesses_ExactlyThree_TwentyTimes()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = new AppointmentDesk(office: new TestOffice(path));
        using var one = new HallProcess(desk, path, "race");
        using var two = new HallProcess(desk, path, "race");
        await Task.WhenAll(one.ReadAsync("ready"), two.ReadAsync("ready"));
        for (var run = 0; run < 20; run++)
        {
            await Task.WhenAll(one.In.WriteLineAsync($"0 250 {run}"), two.In.WriteLineAsync($"250 250 {run}"));
            await Task.WhenAll(one.In.FlushAsync(), two.In.FlushAsync());
            var answers = (await Task.WhenAll(one.ReadAsync("end"), two.ReadAsync("end"))).SelectMany(lines => lines).ToList();

            Assert.Equal(500, answers.Count);
            Assert.Equal(3, answers.Count(answer => answer.Word == "ok"));
            Assert.All(answers.Where(answer => answer.Word == "no"), answer => Assert.Equal(AppointmentErrors.SlotFull.Value, answer.What));
        }

        await desk.AuditAsync();
        Assert.Equal(60, (await AppointmentAudit.CheckAsync(desk.Office.Store, desk.West.Agency, default)).Living);
    }

    [Fact]
    public async Task Errands_KilledAtRandom_NothingLostOrCountedTwice()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 60, Offer = NodaTime.Duration.FromMinutes(30) }, office: new TestOffice(path));
        var random = new Random(20261122);
        var booked = 0;
        for (var round = 0; round < 6 || (booked <= 20 && round < MostRounds); round++)
        {
            using var process = new HallProcess(desk, path, $"errands-{round + 1}");
            await process.ReadAsync("ready");
            var reading = process.ReadAsync();
            await Task.Delay(random.Next(200, 2000));
            process.Kill();
            var lines = await reading;

            // The last commit of a process that was killed may still be on its way through a server.
            await Task.Delay(300);
            await desk.AuditAsync();
            var cancelling = lines.Where(line => line.Word == "cancelling").Select(line => line.What).ToHashSet(StringComparer.Ordinal);
            foreach (var (word, what) in lines.Where(line => line.Word is "booked" or "cancelled"))
            {
                var status = (await desk.Manager.FindAsync(desk.West, AppointmentId.Parse(what, null), default))!.Status;
                if (word == "cancelled" || !cancelling.Contains(what))
                {
                    Assert.Equal(word == "booked" ? AppointmentStatus.Booked : AppointmentStatus.Cancelled, status);
                }
                else
                {
                    Assert.Contains(status, new[] { AppointmentStatus.Booked, AppointmentStatus.Cancelled });
                }
            }

            booked += lines.Count(line => line.Word == "booked");
        }

        Assert.True(booked > 20, "Hardly anything was booked before the kills.");
    }

    [Fact]
    public async Task Line_KilledAtRandom_EveryPlaceIsCountedOnceAndNobodyWaitsBesideAFreeOne()
    {
        const int places = 2;
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = places, Offer = NodaTime.Duration.FromHours(8) }, office: new TestOffice(path));
        var random = new Random(20261123);
        var (booked, answered) = (0, 0);
        for (var round = 0; round < 6 || ((booked <= 20 || answered <= 2) && round < MostRounds); round++)
        {
            using var process = new HallProcess(desk, path, $"line-{round}");
            await process.ReadAsync("ready");
            var lines = await process.KillAfterAsync(random.Next(60, 300));
            await Task.Delay(300);
            await desk.AuditAsync();

            // What was acknowledged is so, unless its cancellation was under way.
            var cancelling = Said(lines, "cancelling");
            foreach (var id in Said(lines, "booked").Except(cancelling, StringComparer.Ordinal))
            {
                Assert.Equal(AppointmentStatus.Booked, (await desk.Manager.FindAsync(desk.West, AppointmentId.Parse(id, null), default))!.Status);
            }

            foreach (var id in Said(lines, "cancelled"))
            {
                Assert.Equal(AppointmentStatus.Cancelled, (await desk.Manager.FindAsync(desk.West, AppointmentId.Parse(id, null), default))!.Status);
            }

            // Straight from the store, before any manager has brought the day up to date.
            var counters = (await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Slot)).ToDictionary(record => record.Key.Id, record => record[AppointmentKinds.Taken].AsInteger());
            var entries = await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Waitlist);
            var ids = entries.Select(entry => entry.Key.Id.ToString()).ToHashSet(StringComparer.Ordinal);
            Assert.Superset(Said(lines, "waits"), ids);
            var waiting = entries.Count(entry => entry[AppointmentKinds.Status].AsText() == "waiting");
            Assert.Equal(waiting, (await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Line)).Sum(line => line[AppointmentKinds.Waiting].AsInteger()));
            foreach (var entry in entries.Where(entry => entry[AppointmentKinds.Status].AsText() == "waiting"))
            {
                var wish = (await desk.Office.Get<WaitlistStore>().FindAsync(desk.West.Agency, new(entry.Key.Id), default))!;
                var starts = wish.Start is { } start ? [start] : Enumerable.Range(0, 4).Select(slot => AppointmentDesk.Nine.PlusMinutes(30 * slot));
                Assert.All(starts, at => Assert.Equal(places, counters[SlotKeys.SlotId(desk.Centre.Id, desk.Centre.Plans[0].Code, wish.Date, at, string.Empty)]));
            }

            // An entry that is offered has its offer, and each offer its entry.
            var open = (await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Appointment)).Count(record => record[AppointmentKinds.Status].AsText() == "offered");
            Assert.Equal(open, entries.Count(entry => entry[AppointmentKinds.Status].AsText() == "offered"));
            booked += lines.Count(line => line.Word == "booked");
            answered = entries.Count(entry => entry[AppointmentKinds.Status].AsText() is "accepted" or "declined");
        }

        Assert.True(booked > 20 && answered > 2, $"{booked} were booked and {answered} offers answered: hardly anything.");
    }

    private static HashSet<string> Said(List<(string Word, string What)> lines, string word) => lines.Where(line => line.Word == word).Select(line => line.What).ToHashSet(StringComparer.Ordinal);
}
