using System.Text;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>Writes the SQL that makes or extends the table of a kind. Descriptions become comments, which SQLite keeps.</summary>
internal static class KindScript
{
    /// <summary>The whole table with its indexes.</summary>
    public static string Create(KindTable table)
    {
        var text = new StringBuilder();
        text.Append(null, $"-- Records of kind '{table.Kind.Name}'. Comments are the declarations; sets of values are JSON arrays.\n\n");
        text.Append(null, $"CREATE TABLE {table.Table} (\n  -- {OneLine(table.Kind.Description)}\n");
        text.Append("  agency TEXT NOT NULL,                -- whose record 机构\n");
        text.Append("  id BLOB NOT NULL,                    -- 16 bytes, big-endian\n");
        text.Append("  version INTEGER NOT NULL,            -- one higher with each write, also through deletion\n");
        text.Append("  deleted INTEGER NOT NULL DEFAULT 0,  -- 1: deleted for good, only the version is left\n");
        foreach (var column in table.Columns)
        {
            text.Append(null, $"  {column.Column} {column.ColumnType},  -- {OneLine(column.Definition.Description)}{Form(column.Definition)}\n");
        }

        text.Append("  body TEXT,                           -- the rest of the record as JSON\n");
        text.Append("  PRIMARY KEY (agency, id)\n) STRICT;\n");
        foreach (var column in table.Columns.Where(column => column.Index is not null))
        {
            text.Append('\n');
            AppendIndex(text, table, column, fill: false);
        }

        return text.ToString();
    }

    /// <summary>New fields and indexes on a table that is there already.</summary>
    public static string Extend(KindTable table, IEnumerable<FieldColumn> columns, IEnumerable<FieldColumn> indexes)
    {
        var text = new StringBuilder();
        text.Append(null, $"-- New fields and indexes of kind '{table.Kind.Name}'.\n");
        foreach (var column in columns)
        {
            text.Append(null, $"\n-- {OneLine(column.Definition.Description)}{Form(column.Definition)}\n");
            text.Append(null, $"ALTER TABLE {table.Table} ADD COLUMN {column.Column} {column.ColumnType};\n");
        }

        foreach (var column in indexes)
        {
            text.Append('\n');
            AppendIndex(text, table, column, fill: true);
        }

        return text.ToString();
    }

    private static void AppendIndex(StringBuilder text, KindTable table, FieldColumn column, bool fill)
    {
        if (!column.HasSide)
        {
            var (unique, tail) = column.IsUnique ? ("UNIQUE ", string.Empty) : (string.Empty, ", id");
            text.Append(null, $"CREATE {unique}INDEX \"{column.Index}\" ON {table.Table} (agency, {column.Column}{tail}) WHERE {column.Column} IS NOT NULL;\n");
            return;
        }

        text.Append(null, $"CREATE TABLE {column.Side} (\n  -- Values of {table.Name}.{column.Name}, one a row, to be found by.\n");
        text.Append(null, $"  agency TEXT NOT NULL,\n  value {column.ValueType} NOT NULL,\n  id BLOB NOT NULL,\n");
        text.Append(null, $"  PRIMARY KEY (agency, value{(column.IsUnique ? string.Empty : ", id")})\n) WITHOUT ROWID, STRICT;\n");
        if (fill)
        {
            var value = column.Definition.Type == FieldType.Bytes ? "unhex(j.value)" : "j.value";
            text.Append(null, $"INSERT INTO {column.Side} (agency, value, id)\n  SELECT t.agency, {value}, t.id FROM {table.Table} t, json_each(t.{column.Column}) j WHERE t.{column.Column} IS NOT NULL;\n");
        }
    }

    private static string Form(FieldDefinition field) => (field.Type, field.Multiple) switch
    {
        (FieldType.Date, _) => " (yyyy-MM-dd)",
        (FieldType.Instant, _) => " (Unix milliseconds)",
        (FieldType.Bytes, true) => " (hexadecimal)",
        _ => string.Empty,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\0', ' ');
}
