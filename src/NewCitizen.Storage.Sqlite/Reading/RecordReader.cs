using NewCitizen.Storage.Sqlite.Schema;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>Reads records by their keys and answers queries.</summary>
internal sealed class RecordReader(ReaderPool pool, KindTables tables)
{
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
