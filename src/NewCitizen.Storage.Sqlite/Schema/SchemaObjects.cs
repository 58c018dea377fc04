using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>
/// Names what a database holds, a line each, such as <c>column resident.name TEXT</c>: the same lines describe what scripts should
/// have made and what is really there, so a difference can be told in words.
/// </summary>
internal static class SchemaObjects
{
    public static string Column(string table, string column) => $"column {table}.{column} ";

    public static string Index(string index) => $"index {index} ";

    public static string Table(string table) => $"table {table}";

    /// <summary>Name of the table a line is about.</summary>
    public static string TableOf(string line) => line.Split(' ') switch
    {
        ["table", var table, ..] => table,
        ["column", var column, ..] => column[..column.IndexOf('.', StringComparison.Ordinal)],
        [.., var table] => table,
        _ => string.Empty,
    };

    /// <summary>Reads what is there.</summary>
    public static List<string> Read(Database database)
    {
        var lines = new List<string>();
        Collect(database, lines, "SELECT 'table ' || name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
        Collect(database, lines, """
            SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '') || iif(c.pk > 0, ' key ' || c.pk, '')
            FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY m.name, c.cid
            """);
        Collect(database, lines, """
            SELECT 'index ' || l.name || iif(l."unique", ' unique', '') || iif(l.partial, ' partial', '')
                || ' (' || (SELECT group_concat(i.name, ', ') FROM pragma_index_info(l.name) i) || ') on ' || m.name
            FROM sqlite_schema m JOIN pragma_index_list(m.name) l
            WHERE m.type = 'table' AND l.origin = 'c' ORDER BY l.name
            """);
        return lines;
    }

    /// <summary>What scripts make, found by making it in memory.</summary>
    public static List<string> MadeBy(string foundation, string script = "")
    {
        using var database = Database.Open(":memory:", create: true, TimeSpan.Zero);
        database.Execute(foundation);
        var before = script.Length == 0 ? [] : Read(database);
        database.Execute(script);
        return [.. Read(database).Except(before, StringComparer.Ordinal)];
    }

    private static void Collect(Database database, List<string> lines, string sql)
    {
        using var statement = database.PrepareOwn(sql);
        while (statement.Step())
        {
            lines.Add(statement.Text(0));
        }
    }
}
