using NewCitizen.Audit;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Writes copied audit entries as if they were its own: with new positions.</summary>
internal sealed class RenumbersCopiedAudit : BrokenStore
{
    public override async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            await Inner.CommitAsync(new WriteBatch(entry.Entry.Agency).AddAudit(entry.Entry), cancellationToken);
            count++;
        }

        return count;
    }
}

/// <summary>Changes each copied audit entry on its way.</summary>
internal sealed class ChangesCopiedAudit(Func<StoredAuditEntry, StoredAuditEntry> change) : BrokenStore
{
    public override ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        Inner.LoadAuditAsync(entries.Select(change), cancellationToken);
}

/// <summary>Takes any entry at a position it knows for the one it has, and drops what lies before the end.</summary>
internal sealed class TrustsAuditPositions : BrokenStore
{
    public override async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var last = (await Inner.ReadAuditAsync(null, FeedPosition.Start, 10_000, cancellationToken)).Position;
        return await Inner.LoadAuditAsync(entries.Where(entry => entry.Position > last && entry.Position.Sequence >= 0), cancellationToken);
    }
}

/// <summary>Takes a trail that is there for a finished copy.</summary>
internal sealed class CopiesAuditOnce : BrokenStore
{
    public override async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var last = (await Inner.ReadAuditAsync(null, FeedPosition.Start, 10_000, cancellationToken)).Position;
        return last == FeedPosition.Start ? await Inner.LoadAuditAsync(entries, cancellationToken) : 0;
    }
}

/// <summary>Loads living records only.</summary>
internal sealed class DropsTombstones : BrokenStore
{
    public override ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        Inner.LoadAsync(records.Where(record => !record.IsTombstone), mode, audit, cancellationToken);
}

/// <summary>Writes an audit entry for a load that wants none.</summary>
internal sealed class AlwaysAudits : BrokenStore
{
    public override ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        Inner.LoadAsync(
            records,
            mode,
            written => audit(written) ?? new AuditEntry(written[0].Key.Agency, NodaTime.Instant.FromUnixTimeSeconds(0), "store", "load", null, null, null, null),
            cancellationToken);
}

/// <summary>Scans what lives only.</summary>
internal sealed class ScansLivingOnly : BrokenStore
{
    public override async ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        [.. (await Inner.ScanAsync(kind, after, limit, cancellationToken)).Where(record => !record.IsTombstone)];
}

/// <summary>Scans by id across agencies, so that a page boundary inside an id loses records.</summary>
internal sealed class ScansById : BrokenStore
{
    public override async ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        var all = await Inner.ScanAsync(kind, null, 10_000, cancellationToken);
        return [.. all.Where(record => after is not { } last || record.Key.Id.CompareTo(last.Id) > 0).OrderBy(record => record.Key.Id).Take(limit)];
    }
}
