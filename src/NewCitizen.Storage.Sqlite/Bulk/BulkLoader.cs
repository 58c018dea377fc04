using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Writing;

namespace NewCitizen.Storage.Sqlite.Bulk;

/// <summary>Loads many records; the next chunk is read while the one before is written.</summary>
internal sealed class BulkLoader(Writer writer, KindTables tables, SqliteStoreOptions options)
{
    private const int MaxAuditChunk = 10_000;

    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        var refused = new List<BulkRefusal>();
        Task<BulkResult>? running = null;
        var source = records.GetAsyncEnumerator(cancellationToken);
        try
        {
            var reader = new BulkReader(source, tables, options);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } chunk)
            {
                await FinishAsync().ConfigureAwait(false);
                running = writer.RunAsync(new BulkChunk(chunk, mode, audit), cancellationToken);
            }
        }
        finally
        {
            // Also when the source fails: what was handed to the writer ends before this call does.
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

    public async ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var written = 0L;
        await foreach (var chunk in entries.Chunk(Math.Min(options.BulkChunkRecords, MaxAuditChunk)).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            written += await writer.RunAsync(new AuditChunk(chunk), cancellationToken).ConfigureAwait(false);
        }

        return written;
    }
}
