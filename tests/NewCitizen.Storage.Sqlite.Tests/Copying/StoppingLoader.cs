using System.Runtime.CompilerServices;
using NewCitizen.Audit;

namespace NewCitizen.Storage.Sqlite.Tests.Copying;

/// <summary>Loads into a store in small chunks and stops the copy after some records or entries.</summary>
internal sealed class StoppingLoader(IBulkLoader inner, CancellationTokenSource stop, int after) : IBulkLoader
{
    private const int Chunk = 50;
    private int _seen;

    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var (loaded, refused) = (0L, new List<BulkRefusal>());
        await foreach (var chunk in CountAsync(records, cancellationToken).Chunk(Chunk).WithCancellation(cancellationToken))
        {
            var result = await inner.LoadAsync(chunk.ToAsyncEnumerable(), mode, audit, cancellationToken);
            loaded += result.Loaded;
            refused.AddRange(result.Refused);
        }

        return new(loaded, refused);
    }

    public async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        await foreach (var chunk in CountAsync(entries, cancellationToken).Chunk(Chunk).WithCancellation(cancellationToken))
        {
            loaded += await inner.LoadAuditAsync(chunk.ToAsyncEnumerable(), cancellationToken);
        }

        return loaded;
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        inner.ScanAsync(kind, after, 70, cancellationToken);

    private async IAsyncEnumerable<T> CountAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (_seen++ == after)
            {
                await stop.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
