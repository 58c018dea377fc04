using System.Runtime.CompilerServices;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Copying;

/// <summary>Writes to the target the records and tombstones that it lacks or holds in a lower version.</summary>
internal sealed class RecordCopy(StoreSide source, StoreSide target, IProgress<StoreCopyProgress>? progress)
{
    private const int ReportEvery = 5000;
    private const int RetryBatch = 500;

    // Beyond this the target is not an earlier state of the source but something else.
    private const int MaxWaiting = 100_000;

    private long _read;

    /// <summary>Records and tombstones written.</summary>
    public long Written { get; private set; }

    public async ValueTask RunAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var waiting = new List<RecordKey>();
        await LoadAsync(WantedAsync(kind, cancellationToken), waiting, cancellationToken).ConfigureAwait(false);
        await RetryAsync(waiting, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<StoredRecord> WantedAsync(RecordKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (left, right) = (new RecordCursor(source.Bulk, kind), new RecordCursor(target.Bulk, kind));
        await left.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
        await right.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
        while (left.Current is { } wanted)
        {
            var order = left.OrderTo(right);
            if (order < 0 || (order == 0 && right.Current!.Version < wanted.Version))
            {
                yield return wanted;
            }

            if (++_read % ReportEvery == 0)
            {
                progress?.Report(new(StoreCopyStep.Records, kind.Name, _read, Written));
            }

            // Whatever the target holds up to here was looked at or has just been written: its next page begins behind it.
            while (right.Current is not null && RecordCursor.Compare(right.Current.Key, wanted.Key) <= 0)
            {
                await right.NextAsync(wanted.Key, cancellationToken).ConfigureAwait(false);
            }

            await left.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A record may want a unique value that the target still holds elsewhere, in a state the source has left behind. It waits until
    /// the others are written. Where they wait for each other in a ring, at least one was written twice or more in the source since (it gave up its value before it
    /// took the next), so a tombstone of the version in between fits and sets the values free.
    /// </summary>
    private async ValueTask RetryAsync(List<RecordKey> waiting, CancellationToken cancellationToken)
    {
        for (var buried = false; waiting.Count > 0;)
        {
            var left = new List<RecordKey>();
            await LoadAsync(CurrentAsync(waiting, record => record, cancellationToken), left, cancellationToken).ConfigureAwait(false);
            if (left.Count == waiting.Count)
            {
                if (buried)
                {
                    return;
                }

                buried = true;
                await LoadAsync(
                    CurrentAsync(waiting, record => record.Version > 1 ? StoredRecord.Tombstone(record.Key, record.Version - 1) : null, cancellationToken),
                    [],
                    cancellationToken).ConfigureAwait(false);
            }

            waiting = left;
        }
    }

    private async IAsyncEnumerable<StoredRecord> CurrentAsync(
        List<RecordKey> keys, Func<StoredRecord, StoredRecord?> choose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in keys.Chunk(RetryBatch))
        {
            foreach (var record in await source.Records.GetManyAsync(batch, cancellationToken).ConfigureAwait(false))
            {
                if (record is not null && choose(record) is { } chosen)
                {
                    yield return chosen;
                }
            }
        }
    }

    private async ValueTask LoadAsync(IAsyncEnumerable<StoredRecord> records, List<RecordKey> waiting, CancellationToken cancellationToken)
    {
        var result = await target.Bulk.LoadAsync(records, BulkMode.Upsert, static _ => null, cancellationToken).ConfigureAwait(false);
        Written += result.Loaded;
        waiting.AddRange(result.Refused.Where(refusal => refusal.Reason == CommitStatus.NotUnique).Select(refusal => refusal.Key));
        if (waiting.Count > MaxWaiting)
        {
            throw new NewCitizenException(StorageErrors.CopyDiffers, waiting[0].ToString());
        }
    }
}
