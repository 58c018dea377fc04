using NewCitizen.Appointments;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>The promises of booking over processes and their death, on a store that several processes can open.</summary>
public sealed class HallProcessTests : IDisposable
{
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
        for (var round = 0; round < 6; round++)
        {
            using var process = new HallProcess(desk, path, $"{round + 1}");
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
}
