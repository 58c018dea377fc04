using NewCitizen.Audit;
using NewCitizen.Storage.Copying;

namespace NewCitizen.Storage.Sqlite.Tests.Copying;

/// <summary>Scans a store that somebody writes to: one record before each page, behind and ahead of it.</summary>
internal sealed class WritingScanner(StoreSide store) : IBulkLoader
{
    private int _pages;

    public ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The source is only read.");

    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The source is only read.");

    public async ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        var number = _pages++ * 37;
        await store.Records.CommitAsync(Samples.Put(number % 900).AddAudit(Samples.Audit()), cancellationToken);
        await store.Records.CommitAsync(new WriteBatch(Samples.Teda).Delete(Samples.Person, Samples.Id(number % 700 + 1), ExpectedVersion.Any), cancellationToken);
        return await store.Bulk.ScanAsync(kind, after, 100, cancellationToken);
    }
}
