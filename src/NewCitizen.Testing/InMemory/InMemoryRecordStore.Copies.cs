using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

public sealed partial class InMemoryRecordStore
{
    private static readonly Comparer<StoredAuditEntry> s_byPosition = Comparer<StoredAuditEntry>.Create((x, y) => x.Position.CompareTo(y.Position));

    private FeedPosition AuditEnd => _audit.Count == 0 ? FeedPosition.Start : _audit[^1].Position;

    /// <inheritdoc/>
    public async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var written = 0L;
        await foreach (var chunk in entries.Chunk(ChunkSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                written += LoadAudit(chunk);
            }
        }

        return written;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        RequireLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredRecord>>([.. _tables.Scan(kind, after).Take(limit)]);
        }
    }

    private int LoadAudit(StoredAuditEntry[] chunk)
    {
        var added = new List<StoredAuditEntry>();
        foreach (var given in chunk)
        {
            var end = added.Count == 0 ? AuditEnd : added[^1].Position;
            if (given.Position > end && given.Position is { Epoch: >= 0, Sequence: >= 0 })
            {
                added.Add(given with { Hash = given.Hash.ToArray() });
            }
            else if ((Find(_audit, given) ?? Find(added, given)) is not { } same || !same.Hash.Span.SequenceEqual(given.Hash.Span))
            {
                throw new NewCitizenException(StorageErrors.AuditTrailDiffers, given.Position.ToString());
            }
        }

        _audit.AddRange(added);
        return added.Count;
    }

    private static StoredAuditEntry? Find(List<StoredAuditEntry> trail, StoredAuditEntry given) =>
        trail.BinarySearch(given, s_byPosition) is >= 0 and var at ? trail[at] : null;
}
