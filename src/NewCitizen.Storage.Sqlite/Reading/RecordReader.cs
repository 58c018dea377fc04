using NewCitizen.Agencies;
using NewCitizen.Storage.Sqlite.Schema;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>Reads records by their keys and answers queries.</summary>
internal sealed class RecordReader(ReaderPool pool, KindTables tables)
{
    private const int MaxScan = 10_000;
    private const long MaxScanBytes = 8 << 20;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        pool.ReadAsync((Table: tables.For(key.Kind), Key: key), static (reader, asked) => Get(reader, asked.Table, asked.Key), cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var asked = keys.Select(key => (Table: tables.For(key.Kind), Key: key)).ToArray();
        return pool.ReadAsync(
            asked,
            static (reader, asked) => reader.AtOneMoment<IReadOnlyList<StoredRecord?>>(_ =>
            {
                var records = new StoredRecord?[asked.Length];
                for (var i = 0; i < asked.Length; i++)
                {
                    records[i] = Get(reader, asked[i].Table, asked[i].Key);
                }

                return records;
            }),
            cancellationToken);
    }

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var compiled = QueryCompiler.Compile(query, tables.For(query.Kind));
        return pool.ReadAsync(compiled, static (reader, compiled) => compiled.Run(reader.Database), cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxScan);
        return pool.ReadAsync((Table: tables.For(kind), After: after, Limit: limit), static IReadOnlyList<StoredRecord> (reader, asked) => Scan(reader, asked.Table, asked.After, asked.Limit), cancellationToken);
    }

    private static List<StoredRecord> Scan(Reader reader, KindTable table, RecordKey? after, int limit)
    {
        // The empty text comes before every agency.
        var statement = reader.Database.Prepare(table.Scan).Bind(1, after?.Agency ?? default).Bind(2, after?.Id ?? default).Bind(3, limit);
        var records = new List<StoredRecord>(Math.Min(limit, 1000));
        var bytes = 0L;
        var place = table.Columns.Count + 2;
        try
        {
            while (bytes < MaxScanBytes && statement.Step())
            {
                var key = new RecordKey(AgencyId.Parse(statement.Text(place)), table.Kind, statement.Id(place + 1));
                var record = statement.Number(place + 2) == 0 ? RowMapper.Map(statement, table, key) : StoredRecord.Tombstone(key, statement.Number(0));
                records.Add(record);
                bytes += record.Body.Length;
            }
        }
        finally
        {
            statement.Reset();
        }

        return records;
    }

    private static StoredRecord? Get(Reader reader, KindTable table, RecordKey key)
    {
        var statement = reader.Point(table).Bind(1, key.Agency).Bind(2, key.Id);
        try
        {
            return statement.Step() ? RowMapper.Map(statement, table, key) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
