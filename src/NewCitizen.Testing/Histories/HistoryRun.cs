using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Histories;

/// <summary>Lets concurrent clients read and write a few records of a store and records what each saw.</summary>
/// <param name="store">What they call; may fail.</param>
/// <param name="lists">Whether records are lists to append to, or registers to overwrite.</param>
internal sealed class HistoryRun(IRecordStore store, bool lists)
{
    private const int Keys = 3;
    private const int MaxTries = 100;
    private readonly History _history = new();
    private long _numbers;

    public History History => _history;

    /// <summary>Runs clients at once, each with its own random choices.</summary>
    public Task RunAsync(int clients, int rounds, ulong seed) => Kit.TogetherAsync(clients, async client =>
    {
        var numbers = new SeededNumbers(seed + ((ulong)client * 1000));
        for (var round = 0; round < rounds; round++)
        {
            int[] keys = numbers.OneIn(2) ? [numbers.Below(Keys)] : numbers.OneIn(2) ? [0, 2] : [1, 2];
            var reads = await ReadAsync(client, keys, numbers.Below(3)).ConfigureAwait(false);
            if (!numbers.OneIn(3))
            {
                await Task.Yield();
                await WriteAsync(client, keys, reads).ConfigureAwait(false);
            }
        }

        return 0;
    });

    /// <summary>One last read of everything.</summary>
    public async Task ReadAllAsync() => await ReadAsync(-1, [.. Enumerable.Range(0, Keys)], 1).ConfigureAwait(false);

    private static string Name(int key) => $"r{key}";

    private static RecordKey Place(int key) => new(Kit.Teda, KitKinds.Every, Kit.Id(key));

    private static HistoryRead Read(int key, StoredRecord? record) =>
        new(Name(key), record?.Version ?? 0, record is null ? [] : [.. record["counts"].AsMany().Select(value => value.AsInteger())]);

    private async Task<HistoryRead[]> ReadAsync(int client, int[] keys, int way)
    {
        for (var tries = 1; ; tries++)
        {
            var invoked = _history.Now();
            try
            {
                var records = await FetchAsync(keys, way).ConfigureAwait(false);
                HistoryRead[] reads = [.. keys.Select((key, i) => Read(key, records[i]))];
                _history.Add(client, invoked, HistoryOutcome.Done, reads, []);
                return reads;
            }
            catch (Exception failure) when (tries < MaxTries && failure is StoreUnavailableException or OperationCanceledException)
            {
                // A read that failed saw nothing.
            }
        }
    }

    private async Task<IReadOnlyList<StoredRecord?>> FetchAsync(int[] keys, int way)
    {
        if (keys.Length == 1 && way == 0)
        {
            return [await store.GetAsync(Place(keys[0]), CancellationToken.None).ConfigureAwait(false)];
        }

        if (way == 1)
        {
            return await store.GetManyAsync([.. keys.Select(Place)], CancellationToken.None).ConfigureAwait(false);
        }

        var found = await store.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every, [FieldFilter.Equal("state", FieldValue.Text("history"))]), CancellationToken.None).ConfigureAwait(false);
        return [.. keys.Select(key => found.Records.FirstOrDefault(record => record.Key.Id == Kit.Id(key)))];
    }

    private async Task WriteAsync(int client, int[] keys, HistoryRead[] reads)
    {
        var number = Interlocked.Increment(ref _numbers);
        HistoryWrite[] writes = [.. reads.Select(read => new HistoryWrite(read.Key, read.Version + 1, lists ? [.. read.Content, number] : [number]))];
        var outcome = HistoryOutcome.Refused;
        var invoked = _history.Now();
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            try
            {
                var result = await store.CommitAsync(Batch(number, keys, writes), CancellationToken.None).ConfigureAwait(false);
                if (result.IsDurable)
                {
                    writes = [.. writes.Select((write, i) => write with { Version = result.Versions[i] })];
                    outcome = HistoryOutcome.Done;
                    break;
                }

                if (result.Status != CommitStatus.Unknown)
                {
                    // The key would have been found had an earlier try been committed.
                    outcome = HistoryOutcome.Refused;
                    break;
                }

                outcome = HistoryOutcome.Unknown;
            }
            catch (StoreUnavailableException)
            {
                // Nothing was written by this try.
            }
            catch (OperationCanceledException)
            {
                outcome = HistoryOutcome.Unknown;
            }
        }

        _history.Add(client, invoked, outcome, reads, writes);
    }

    private static WriteBatch Batch(long number, int[] keys, HistoryWrite[] writes)
    {
        var batch = new WriteBatch(Kit.Teda, Kit.Request("history-" + Kit.Text(number), Kit.Text(number)));
        for (var i = 0; i < keys.Length; i++)
        {
            var expected = writes[i].Version == 1 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(writes[i].Version - 1);
            batch.Put(KitKinds.Every, Kit.Id(keys[i]), expected, new Sample { State = "history", Counts = [.. writes[i].Content] }.Fields, Kit.Body);
        }

        return batch;
    }
}
