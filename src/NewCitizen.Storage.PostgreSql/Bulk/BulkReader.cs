using NewCitizen.Storage.PostgreSql.Schema;

namespace NewCitizen.Storage.PostgreSql.Bulk;

/// <summary>Cuts a stream of records into chunks that fit one transaction and refuses what cannot be stored.</summary>
internal sealed class BulkReader(IAsyncEnumerator<StoredRecord> source, KindTables tables, int chunkRecords)
{
    private const long MaxChunkBytes = 32 << 20;

    /// <summary>The next chunk; empty at the end.</summary>
    public async ValueTask<List<StoredRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        var chunk = new List<StoredRecord>();
        var bytes = 0L;
        while (chunk.Count < chunkRecords && bytes < MaxChunkBytes && await source.MoveNextAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = source.Current;
            Require(record);
            chunk.Add(record);
            bytes += record.Body.Length;
        }

        return chunk;
    }

    private void Require(StoredRecord record)
    {
        var table = tables.For(record.Key.Kind);
        if (!record.IsTombstone)
        {
            table.RequireFit(record.Fields);
        }

        if (record.Version < 1 || record.Key.Agency == default || record.Body.Length > PostgreSqlRecordStore.MaxBodyBytes)
        {
            throw new ArgumentException($"Record {record.Key} has no agency, no version, or a body that is too long.", nameof(record));
        }
    }
}
