using System.Globalization;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Core.Tests.Appointments;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

/// <summary>The promises of numbers, calls and cases over processes and their death.</summary>
public sealed class QueueProcessTests : IDisposable
{
    // A busy machine does little before each kill: then it is killed more often.
    private const int MostRounds = 40;

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TakeTicketAsync_ThousandFromThreeProcesses_UniqueWithoutGapAndOfTheirPrefix_ThenEachIsCalledOnceByTwo()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = await OpenAsync(path);
        var answers = await RunAsync(desk, path, "draw", "340", "330", "330");
        Assert.Equal(1000, answers.Count);
        Assert.All(answers, answer => Assert.Equal("ok", answer.Word));
        var drawn = answers.Select(answer => answer.What.Split('/')).Select(parts => (Number: parts[0], Item: parts[1])).ToList();
        foreach (var (prefix, item) in new[] { ("A", desk.Item.Id.ToString()), ("B", desk.Other.Id.ToString()) })
        {
            var numbers = drawn.Where(ticket => ticket.Item == item).Select(ticket => ticket.Number).ToList();
            Assert.Equal(500, numbers.Count);
            Assert.All(numbers, number => Assert.StartsWith(prefix, number, StringComparison.Ordinal));
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Select(number => int.Parse(number[1..], CultureInfo.InvariantCulture)).Order());
        }

        await QueueBooks.RequireConsistentAsync(desk);

        // Fewer of them are enough to call: two windows in two processes, each for both lines.
        foreach (var ticket in (await desk.Office.Get<QueueManager>().ListInHallAsync(desk.West, desk.Centre.Id, default)).Skip(160))
        {
            var batch = new WriteBatch(desk.West.Agency).Delete(QueueKinds.Ticket, ticket.Id.Value, ticket.Revision.Expected);
            Assert.Equal(CommitStatus.Committed, (await desk.Office.Store.CommitAsync(batch, default)).Status);
        }

        var called = await RunAsync(desk, path, "serve", "A01", "A02");
        Assert.Equal([QueueErrors.NobodyWaits.Value, QueueErrors.NobodyWaits.Value], called.Where(line => line.Word == "stopped").Select(line => line.What));
        var calls = called.Where(line => line.Word == "called").Select(line => line.What).ToList();
        Assert.Equal(160, calls.Count);
        Assert.Equal(160, calls.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task SubmitAsync_FromTwoProcesses_CaseNumbersAreUnique()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = await OpenAsync(path);
        var answers = await RunAsync(desk, path, "cases", "120", "120");
        Assert.All(answers, answer => Assert.Equal("ok", answer.Word));
        Assert.Equal(240, answers.Select(answer => answer.What).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Hall_KilledAtRandom_NoNumberIsLostOrDoubledAndWindowsAgreeWithTickets()
    {
        var path = Path.Combine(_folder.Path, "hall.db");
        using var desk = await OpenAsync(path);
        var random = new Random(20261124);
        var (tickets, served) = (0, 0);
        for (var round = 0; round < 5 || ((tickets <= 20 || served <= 5) && round < MostRounds); round++)
        {
            using var process = new HallProcess(desk, path, $"work-{round}");
            await process.ReadAsync("ready");
            var lines = await process.KillAfterAsync(random.Next(60, 250));

            // The last commit of a process that was killed may still be on its way through a server.
            await Task.Delay(300);
            await desk.AuditAsync();
            var stored = await QueueBooks.RequireConsistentAsync(desk);
            foreach (var (word, what) in lines)
            {
                switch (word)
                {
                    case "ticket": Assert.True(stored.ContainsKey(QueueTicketId.Parse(what, null))); break;
                    case "left": Assert.Equal(TicketState.Left, stored[QueueTicketId.Parse(what, null)].State); break;
                    case "Served": Assert.Equal(TicketState.Served, stored[QueueTicketId.Parse(what, null)].State); break;
                    case "NoShow": Assert.Equal(TicketState.NoShow, stored[QueueTicketId.Parse(what, null)].State); break;
                }
            }

            tickets += lines.Count(line => line.Word == "ticket");
            served += lines.Count(line => line.Word == "Served");
        }

        Assert.True(tickets > 20 && served > 5, $"{tickets} tickets and {served} served: hardly anything.");
    }

    private static async Task<AppointmentDesk> OpenAsync(string path)
    {
        var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 400 }, office: new TestOffice(path));
        ServiceWindow[] windows = [new("A01", "一号", [desk.Item.Id, desk.Other.Id], null, false), new("A02", "二号", [desk.Item.Id, desk.Other.Id], null, false)];
        (await desk.Centres.ReplaceAsync(desk.West, desk.Centre with { Windows = windows }, default)).Require();
        desk.Office.Clock.Reset(TestHall.At(9, 0));
        (await desk.Office.Get<QueueManager>().SetUpAsync(desk.West, TestHall.NewSetup() with
        {
            Centre = desk.Centre.Id,
            Groups = [new("A", "居住证", null, [desk.Item.Id]), new("B", "综合查询", null, [desk.Other.Id])],
            NoShowAfter = null,
        }, default)).Require();
        return desk;
    }

    /// <summary>Starts a process for each line, gives each its line at once, and reads what they say.</summary>
    private static async Task<List<(string Word, string What)>> RunAsync(AppointmentDesk desk, string path, string mode, params string[] lines)
    {
        var processes = lines.Select(_ => new HallProcess(desk, path, mode)).ToList();
        try
        {
            await Task.WhenAll(processes.Select(process => process.ReadAsync("ready")));
            await Task.WhenAll(processes.Select((process, i) => process.In.WriteLineAsync(lines[i])));
            await Task.WhenAll(processes.Select(process => process.In.FlushAsync()));
            return [.. (await Task.WhenAll(processes.Select(process => process.ReadAsync("end")))).SelectMany(said => said)];
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }
}
