using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Bulk;

/// <summary>
/// The temporary table through which records of one kind are loaded: COPY may not write to a table with row-level security, and from here one
/// stream of bytes fills the records, the tables that list their sets, and the change feed.
/// </summary>
internal sealed class Staging(KindTable table, string schemaName)
{
    private readonly string _name = $"pg_temp.{SqlName.Quote(SqlName.Fit($"load_{schemaName}_{table.Name}"))}";

    private string Columns => string.Concat(table.Columns.Select(column => $", {column.Column}"));

    public string Create => $"""
        CREATE TEMP TABLE IF NOT EXISTS {_name["pg_temp.".Length..]} (index bigint, agency text COLLATE "C", id uuid, version bigint, deleted boolean, body bytea{string.Concat(table.Columns.Select(column => $", {column.Column} {column.ColumnType}{column.Collation}"))}) ON COMMIT DELETE ROWS
        """;

    /// <summary>Moves what was staged to where it belongs.</summary>
    public IEnumerable<string> Moves
    {
        get
        {
            yield return $"INSERT INTO {table.Table} (agency, id, version, deleted, body{Columns}) SELECT agency, id, version, deleted, body{Columns} FROM {_name}";
            foreach (var column in table.Sides)
            {
                yield return $"INSERT INTO {column.Side} (agency, value, id) SELECT l.agency, v, l.id FROM {_name} l, unnest(l.{column.Column}) v";
            }

            yield return $"INSERT INTO {table.Schema}.change_feed (agency, type, kind, id, version) SELECT agency, CASE WHEN deleted THEN 'deleted' ELSE 'put' END, '{table.Kind.Name}', id, version FROM {_name} ORDER BY index";
        }
    }

    public async ValueTask CopyAsync(NpgsqlConnection connection, IEnumerable<StoredRecord> records, CancellationToken cancellationToken)
    {
        var importer = await connection.BeginBinaryImportAsync($"COPY {_name} FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using var _ = importer.ConfigureAwait(false);
        var index = 0L;
        foreach (var record in records)
        {
            await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(index++, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(record.Key.Agency.Value, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(record.Key.Id, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(record.Version, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
            await importer.WriteAsync(record.IsTombstone, NpgsqlDbType.Boolean, cancellationToken).ConfigureAwait(false);
            if (record.IsTombstone)
            {
                for (var i = 0; i <= table.Columns.Count; i++)
                {
                    await importer.WriteNullAsync(cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            await importer.WriteAsync(record.Body, NpgsqlDbType.Bytea, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                await WriteAsync(importer, table.Columns[i], record.Fields[i], cancellationToken).ConfigureAwait(false);
            }
        }

        await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, FieldColumn column, FieldValue value, CancellationToken cancellationToken)
    {
        if (value.IsNull)
        {
            return importer.WriteNullAsync(cancellationToken);
        }

        var type = column.ColumnDbType;
        if (column.Definition.Multiple)
        {
            var values = value.AsMany();
            return column.Definition.Type switch
            {
                FieldType.Text => importer.WriteAsync(Parameters.Array(values, one => TextCodec.Encode(one.AsText())), type, cancellationToken),
                FieldType.Integer => importer.WriteAsync(Parameters.Array(values, one => one.AsInteger()), type, cancellationToken),
                FieldType.Bytes => importer.WriteAsync(Parameters.Array(values, one => one.AsBytes()), type, cancellationToken),
                FieldType.Date => importer.WriteAsync(Parameters.Array(values, one => Parameters.Days(one.AsDate())), type, cancellationToken),
                _ => importer.WriteAsync(Parameters.Array(values, one => Parameters.Microseconds(one.AsInstant())), type, cancellationToken),
            };
        }

        return column.Definition.Type switch
        {
            FieldType.Text => importer.WriteAsync(TextCodec.Encode(value.AsText()), type, cancellationToken),
            FieldType.Integer => importer.WriteAsync(value.AsInteger(), type, cancellationToken),
            FieldType.Bytes => importer.WriteAsync(value.AsBytes(), type, cancellationToken),
            FieldType.Date => importer.WriteAsync(Parameters.Days(value.AsDate()), type, cancellationToken),
            _ => importer.WriteAsync(Parameters.Microseconds(value.AsInstant()), type, cancellationToken),
        };
    }
}
