using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace CustomStore;

public sealed partial class LogStore
{
    public async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var written = 0L;
        await foreach (var chunk in entries.Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            written += await Locked(() => LoadAudit(chunk), cancellationToken);
        }

        return written;
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return Locked<IReadOnlyList<StoredRecord>>(() => [.. _state.Scan(kind, after).Take(limit)], cancellationToken);
    }

    /// <summary>One transaction: all entries that are new, or nothing if one does not fit.</summary>
    private int LoadAudit(StoredAuditEntry[] chunk)
    {
        var lines = new List<AuditLine>();
        var end = _state.AuditEnd;
        foreach (var given in chunk)
        {
            if (given.Position > end && given.Position is { Epoch: >= 0, Sequence: >= 0 })
            {
                lines.Add(Line(given.Entry) with { Hash = given.Hash.ToArray(), Position = given.Position });
                end = given.Position;
            }
            else if (HashAt(given.Position) is not { } hash || !hash.Span.SequenceEqual(given.Hash.Span))
            {
                throw new NewCitizenException(StorageErrors.AuditTrailDiffers, given.Position.ToString());
            }
        }

        if (lines.Count > 0)
        {
            Commit(new LogLine { At = Now, Audit = lines });
        }

        return lines.Count;

        ReadOnlyMemory<byte>? HashAt(FeedPosition position) => _state.FindAudit(position)?.Hash
            ?? (ReadOnlyMemory<byte>?)lines.Find(line => line.Position == position)?.Hash;
    }
}
