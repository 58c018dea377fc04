using NewCitizen.Audit;
using NewCitizen.Storage.PostgreSql.Schema;

namespace NewCitizen.Storage.PostgreSql.Bulk;

/// <summary>Loads many records; the next chunk is read while the one before is written.</summary>
internal sealed class BulkLoader(ChunkWriter writer, KindTables tables, int chunkRecords)
{
    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        var refused = new List<BulkRefusal>();
        Task<BulkResult>? running = null;
        var source = records.GetAsyncEnumerator(cancellationToken);
        try
        {
            var reader = new BulkReader(source, tables, chunkRecords);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } chunk)
            {
                await FinishAsync().ConfigureAwait(false);
                running = Task.Run(() => writer.WriteAsync(chunk, mode, audit, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            // Also when the source fails: what was handed over ends before this call does.
            await FinishAsync().ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }

        return new(loaded, refused);

        async Task FinishAsync()
        {
            if (Interlocked.Exchange(ref running, null) is { } task)
            {
                var result = await task.ConfigureAwait(false);
                loaded += result.Loaded;
                refused.AddRange(result.Refused);
            }
        }
    }
}
