using NewCitizen.Storage;
using NewCitizen.Testing.Processes;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A writing process is killed again and again: what it was told is there, nothing is half there, and counters, feed and trail agree.</summary>
    public virtual async Task Scenario_KilledWriterLosesNothingAsync()
    {
        var store = await OpenDurableAsync();
        try
        {
            var processes = RequireProcesses();
            await WriterWork.OpenSlotAsync(store);
            var numbers = new SeededNumbers(20_261_122);
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            for (var kill = 1; kill <= WriterKills; kill++)
            {
                var command = processes.Command(store);
                await processes.CloseAsync(store);
                using (var process = new WriterProcess(command, new WriterWork($"k{kill}", 1, long.MaxValue, long.MaxValue, 8)))
                {
                    var wait = numbers.Below(200);
                    for (var answers = 0; answers <= wait && await process.ReadAsync() is { } answer; answers++)
                    {
                        Note(answer);
                    }

                    await Task.Delay(numbers.Below(4));
                    process.Kill();
                    (await process.ReadAllAsync()).ForEach(Note);
                    Expect.Equal(string.Empty, (await process.WaitAsync()).Errors, "What the writing process said about errors");
                }

                store = await ReopenAsync(store);
                var there = await WriterBooks.RequireConsistentAsync(store);
                Expect.Sequence([], acknowledged.Except(there, StringComparer.Ordinal), "Writes that were acknowledged before the kill and are lost");
                Expect.That(there.Count - acknowledged.Count <= kill * 8, "At most the commits under way are there without having been acknowledged.");
            }

            Expect.That(acknowledged.Count > WriterKills * 10, "The killed processes did write.");

            void Note((string Status, string Code) answer)
            {
                if (answer.Status == nameof(CommitStatus.Committed))
                {
                    acknowledged.Add(answer.Code);
                }
            }
        }
        finally
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>Two processes take seats of one capacity: exactly that many succeed, and a reader in a third process misses nothing.</summary>
    public virtual async Task Scenario_TwoProcessesShareOneCapacityAsync()
    {
        const int Capacity = 450;
        await using var store = await OpenSharedAsync();
        await WriterWork.OpenSlotAsync(store);
        using var first = new WriterProcess(RequireProcesses().Command(store), new WriterWork("w", 1, 300, Capacity, 4));
        using var second = new WriterProcess(RequireProcesses().Command(store), new WriterWork("v", 1, 300, Capacity, 4));
        var followed = new List<ChangeEntry>();
        var position = FeedPosition.Start;
        var reads = Task.WhenAll(first.ReadAllAsync(), second.ReadAllAsync());
        await Kit.BesideAsync(() => reads, async () =>
        {
            var page = await store.Changes.ReadChangesAsync(null, position, 500, CancellationToken.None);
            followed.AddRange(page.Entries);
            position = page.Position;
            await Task.Delay(2);
        });
        var answers = (await reads).SelectMany(all => all).ToList();
        Expect.Equal((0, string.Empty), await first.WaitAsync(), "End of the first process");
        Expect.Equal((0, string.Empty), await second.WaitAsync(), "End of the second process");
        Expect.Equal(Capacity, answers.Count(answer => answer.Status == nameof(CommitStatus.Committed)), "Seats given to two processes");
        Expect.Equal(600 - Capacity, answers.Count(answer => answer.Status == nameof(CommitStatus.LimitReached)), "Requests that were told it is full");
        var codes = await WriterBooks.RequireConsistentAsync(store);
        Expect.Sequence(
            answers.Where(answer => answer.Status == nameof(CommitStatus.Committed)).Select(answer => answer.Code).Order(StringComparer.Ordinal),
            codes.Order(StringComparer.Ordinal),
            "Visitors of two processes");
        followed.AddRange(await store.ReadChangesAsync(after: position));
        Expect.Sequence((await store.ReadChangesAsync()).Select(entry => entry.Position), followed.Where(entry => entry.Agency != Settling.Marker).Select(entry => entry.Position), "Feed followed while two processes wrote");
    }

    /// <summary>Two processes send the same requests: each is carried out once and both get its answer.</summary>
    public virtual async Task Scenario_TwoProcessesSendOneRequestAsync()
    {
        await using var store = await OpenSharedAsync();
        await WriterWork.OpenSlotAsync(store);
        using var first = new WriterProcess(RequireProcesses().Command(store), new WriterWork("same", 1, 200, 10_000, 4));
        using var second = new WriterProcess(RequireProcesses().Command(store), new WriterWork("same", 1, 200, 10_000, 4));
        var answers = (await Task.WhenAll(first.ReadAllAsync(), second.ReadAllAsync())).SelectMany(all => all).ToList();
        Expect.Equal(200, answers.Count(answer => answer.Status == nameof(CommitStatus.Committed)), "Requests of two processes that were carried out");
        Expect.Equal(200, answers.Count(answer => answer.Status == nameof(CommitStatus.Replayed)), "Requests of two processes that got the earlier answer");
        Expect.Equal(200, (await WriterBooks.RequireConsistentAsync(store)).Count, "Visitors of requests sent by two processes");
    }

    /// <summary>How often the writing process is killed; a suite of one's own may ask for more.</summary>
    protected virtual int WriterKills => 4;

    private IWriterProcesses RequireProcesses() => Fixture.Processes ?? throw new NotTestedException("needs IStoreFixture.Processes: other processes that write");

    private async Task<StoreUnderTest> OpenSharedAsync()
    {
        var store = await OpenAsync();
        try
        {
            if (!store.Records.Capabilities.SharedByProcesses)
            {
                throw new NotClaimedException();
            }

            RequireProcesses();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
