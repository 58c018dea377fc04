using System.Globalization;
using System.Text;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>Writes the SQL that makes or extends the table of a kind. Descriptions become comments.</summary>
internal sealed class KindScript(KindTable table, bool secured, int partitions)
{
    private readonly StringBuilder _text = new();

    /// <summary>The whole table with its indexes and functions.</summary>
    public string Create()
    {
        _text.Append(null, $"-- Records of kind '{table.Kind.Name}'. Sets of values are arrays; a table lists those that can be looked up.\n\n");
        _text.Append(null, $"CREATE TABLE {table.Table} (\n  agency text COLLATE \"C\" NOT NULL,\n  id uuid NOT NULL,\n  version bigint NOT NULL,\n  deleted boolean NOT NULL DEFAULT false,\n");
        foreach (var column in table.Columns)
        {
            _text.Append(null, $"  {column.Column} {column.ColumnType}{column.Collation},\n");
        }

        _text.Append(null, $"  body bytea,\n  PRIMARY KEY (agency, id)\n){PartitionBy};\n");
        AppendPartitions(table.Table, table.Name);
        Comment($"TABLE {table.Table}", table.Kind.Description);
        Comment($"COLUMN {table.Table}.agency", "whose record 机构");
        Comment($"COLUMN {table.Table}.version", "one higher with each write, also through deletion");
        Comment($"COLUMN {table.Table}.deleted", "deleted for good, only the version is left");
        Comment($"COLUMN {table.Table}.body", "the rest of the record as UTF-8 JSON: convert_from(body, 'UTF8')");
        foreach (var column in table.Columns)
        {
            Comment($"COLUMN {table.Table}.{column.Column}", column.Definition.Description);
        }

        Secure(table.Table);
        foreach (var column in table.Columns.Where(column => column.Index is not null))
        {
            AppendIndex(column, fill: false);
        }

        _text.Append(KindFunctions.All(table));
        return _text.ToString();
    }

    /// <summary>New fields and indexes on a table that is there already. Older versions go on calling the functions they know.</summary>
    public string Extend(IEnumerable<FieldColumn> columns, IEnumerable<FieldColumn> indexes)
    {
        _text.Append(null, $"-- New fields and indexes of kind '{table.Kind.Name}'.\n");
        foreach (var column in columns)
        {
            _text.Append(null, $"\nALTER TABLE {table.Table} ADD COLUMN {column.Column} {column.ColumnType}{column.Collation};\n");
            Comment($"COLUMN {table.Table}.{column.Column}", column.Definition.Description);
        }

        foreach (var column in indexes)
        {
            AppendIndex(column, fill: true);
        }

        _text.Append(KindFunctions.All(table));
        return _text.ToString();
    }

    private string PartitionBy => partitions > 0 ? " PARTITION BY HASH (agency)" : string.Empty;

    private void AppendIndex(FieldColumn column, bool fill)
    {
        if (!column.HasSide)
        {
            var (unique, tail) = column.IsUnique ? ("UNIQUE ", string.Empty) : (string.Empty, ", id");
            _text.Append(null, $"\nCREATE {unique}INDEX {SqlName.Quote(column.Index!)} ON {table.Table} (agency, {column.Column}{tail}) WHERE {column.Column} IS NOT NULL;\n");
            return;
        }

        _text.Append(null, $"\nCREATE TABLE {column.Side} (\n  agency text COLLATE \"C\" NOT NULL,\n  value {column.ValueType}{column.Collation} NOT NULL,\n  id uuid NOT NULL,\n");
        _text.Append(null, $"  PRIMARY KEY (agency, value{(column.IsUnique ? string.Empty : ", id")})\n){PartitionBy};\n");
        AppendPartitions(column.Side, column.Index!);
        Comment($"TABLE {column.Side}", $"Values of {table.Name}.{column.Name}, one a row, to be found by.");
        Secure(column.Side);
        if (fill)
        {
            _text.Append(null, $"INSERT INTO {column.Side} (agency, value, id) SELECT t.agency, v, t.id FROM {table.Table} t, unnest(t.{column.Column}) v;\n");
        }
    }

    private void AppendPartitions(string qualified, string name)
    {
        for (var i = 0; i < partitions; i++)
        {
            var part = SqlName.Quote(SqlName.Fit(string.Create(CultureInfo.InvariantCulture, $"{name}__part{i}")));
            _text.Append(CultureInfo.InvariantCulture, $"CREATE TABLE {table.Schema}.{part} PARTITION OF {qualified} FOR VALUES WITH (MODULUS {partitions}, REMAINDER {i});\n");
        }
    }

    private void Secure(string qualified)
    {
        if (secured)
        {
            _text.Append(RowSecurity.On(qualified));
        }
    }

    private void Comment(string what, string text) =>
        _text.Append(null, $"COMMENT ON {what} IS {SqlName.Literal(text.ReplaceLineEndings(" ").Replace('\0', ' '))};\n");
}
