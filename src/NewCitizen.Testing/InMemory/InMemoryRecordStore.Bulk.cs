using NewCitizen.Audit;
using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

public sealed partial class InMemoryRecordStore
{
    private const int ChunkSize = 500;

    /// <inheritdoc/>
    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records,
        BulkMode mode,
        Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(audit);
        var loaded = 0L;
        var refused = new List<BulkRefusal>();
        await foreach (var chunk in records.Chunk(ChunkSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                loaded += Undoing(() => LoadChunk(chunk, mode, audit, refused));
            }
        }

        return new BulkResult(loaded, refused);
    }

    private int LoadChunk(StoredRecord[] chunk, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, List<BulkRefusal> refused)
    {
        var written = new List<StoredRecord>();
        var changes = new List<ChangeEntry>();
        foreach (var given in chunk)
        {
            var slot = _tables.Find(given.Key);
            var isThere = slot.Living is not null && mode == BulkMode.InsertOnly;
            if (isThere || given.Version <= slot.Version)
            {
                refused.Add(new BulkRefusal(given.Key, CommitStatus.Conflict, Field: null));
                continue;
            }

            if (given.IsTombstone)
            {
                Erase(given.Key, given.Version, changes);
                written.Add(given);
                continue;
            }

            var record = given with { Fields = [.. given.Fields], Body = given.Body.ToArray() };
            if (Write(0, record, changes) is { } taken)
            {
                refused.Add(new BulkRefusal(given.Key, CommitStatus.NotUnique, taken.Field));
                continue;
            }

            written.Add(record);
            OnStep?.Invoke();
        }

        if (written.Count == 0)
        {
            return 0;
        }

        var entry = audit(written);
        OnStep?.Invoke();
        if (entry is not null)
        {
            Append(entry);
        }

        Append(changes);
        _tables.Accept();
        return written.Count;
    }
}
