using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Values;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>A query as SQL with its values.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Table">Its table.</param>
/// <param name="Sql">Text; the same for all queries of one shape.</param>
/// <param name="Values">Values of the places from 3 on; place 1 is the agency, place 2 the cursor's id.</param>
internal sealed record CompiledQuery(RecordQuery Query, KindTable Table, string Sql, IReadOnlyList<FieldValue> Values)
{
    public RecordPage Run(Database database)
    {
        var statement = database.Prepare(Sql);
        try
        {
            Bind(statement);
            var records = new List<StoredRecord>(Math.Min(Query.Limit, 16));
            while (statement.Step())
            {
                if (records.Count == Query.Limit)
                {
                    return new(records, CursorAt(records[^1]));
                }

                var id = statement.Id(Table.Columns.Count + 2);
                records.Add(RowMapper.Map(statement, Table, new RecordKey(Query.Agency, Query.Kind, id)));
            }

            return new(records, null);
        }
        finally
        {
            statement.Reset();
        }
    }

    private void Bind(Statement statement)
    {
        statement.Bind(1, Query.Agency);
        if (Query.After is { } cursor)
        {
            statement.Bind(2, cursor.Id);
        }

        for (var i = 0; i < Values.Count; i++)
        {
            ColumnCodec.Bind(statement, i + 3, Values[i]);
        }
    }

    private QueryCursor CursorAt(StoredRecord last) =>
        new(Query.OrderBy is null ? FieldValue.Null : last[Query.OrderBy], last.Key.Id);
}
