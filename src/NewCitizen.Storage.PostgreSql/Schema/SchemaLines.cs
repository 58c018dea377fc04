using System.Globalization;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>What a kind needs, in the words of the view <c>schema_object</c>.</summary>
internal static class SchemaLines
{
    public const string Secured = " secured";

    public static string Table(string table) => $"table {table}";

    public static IReadOnlyList<string> Of(KindTable table)
    {
        List<string> lines =
        [
            Table(table.Name),
            .. Columns(table.Name, ("agency", "text"), ("id", "uuid"), ("version", "bigint"), ("deleted", "boolean"), ("body", "bytea")),
            .. Columns(table.Name, [.. table.Columns.Select(column => (column.Name, column.ColumnType))]),
            Function(table.PutFunction, 7 + table.Columns.Count),
            Function(table.DropFunction, 6),
        ];
        if (table.Numbers.Count > 0)
        {
            lines.Add(Function(table.AddFunction, 8));
        }

        foreach (var column in table.Columns.Where(column => column.Index is not null))
        {
            if (column.HasSide)
            {
                lines.Add(Table(column.Index!));
                lines.AddRange(Columns(column.Index!, ("agency", "text"), ("value", column.ValueType), ("id", "uuid")));
            }
            else
            {
                lines.Add($"index {column.Index}{(column.IsUnique ? " unique" : string.Empty)} on {table.Name}");
            }
        }

        return lines;
    }

    /// <summary>Name of the table a line is about; of a function its own name.</summary>
    public static string TableOf(string line) => line.Split(' ') switch
    {
        ["table" or "function", var table, ..] => table,
        ["column", var column, ..] => column[..column.IndexOf('.', StringComparison.Ordinal)],
        [.., var table] => table,
        _ => string.Empty,
    };

    private static IEnumerable<string> Columns(string table, params IEnumerable<(string Name, string Type)> columns) =>
        columns.Select(column => $"column {table}.{column.Name} {column.Type}");

    private static string Function(string name, int parameters) => string.Create(CultureInfo.InvariantCulture, $"function {name} of {parameters}");
}
