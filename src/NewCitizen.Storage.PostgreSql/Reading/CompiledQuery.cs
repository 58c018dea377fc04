using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Schema;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Reading;

/// <summary>A query as SQL with its values.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Table">Its table.</param>
/// <param name="Command">Text, the same for all queries of one shape, and values.</param>
internal sealed record CompiledQuery(RecordQuery Query, KindTable Table, NpgsqlBatchCommand Command)
{
    public async ValueTask<RecordPage> RunAsync(NpgsqlConnection connection, ServerLink link, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, Query.Agency.Value);
        await using var _ = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(Command);
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var records = new List<StoredRecord>(Math.Min(Query.Limit, 16));
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (records.Count == Query.Limit)
            {
                return new(records, CursorAt(records[^1]));
            }

            var id = reader.GetGuid(Table.Columns.Count + 2);
            records.Add(RowMapper.Map(reader, Table, new RecordKey(Query.Agency, Query.Kind, id)));
        }

        return new(records, null);
    }

    private QueryCursor CursorAt(StoredRecord last) =>
        new(Query.OrderBy is null ? FieldValue.Null : last[Query.OrderBy], last.Key.Id);
}
