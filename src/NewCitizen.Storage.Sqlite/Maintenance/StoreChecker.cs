using System.Globalization;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Reading;
using NewCitizen.Storage.Sqlite.Schema;

namespace NewCitizen.Storage.Sqlite.Maintenance;

/// <summary>Checks a store against its own rules, at one moment.</summary>
internal sealed class StoreChecker(ReaderPool pool, KindTables tables)
{
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => pool.ReadAsync(
        (Tables: tables, Token: cancellationToken),
        static (reader, asked) => reader.AtOneMoment(database =>
        {
            var problems = new List<string>();
            CheckPages(database, problems);
            var records = 0L;
            foreach (var table in asked.Tables.All)
            {
                asked.Token.ThrowIfCancellationRequested();
                records += database.Number($"SELECT count(*) FROM {table.Table} WHERE deleted = 0");
                CheckKind(database, table, problems);
            }

            return new StoreCheck(records, problems);
        }),
        cancellationToken);

    // Pages, and the indexes of each table against its rows. SQLite's lines name tables and rows, never values.
    private static void CheckPages(Database database, List<string> problems)
    {
        using var statement = database.PrepareOwn("PRAGMA integrity_check(20)");
        while (statement.Step())
        {
            if (statement.Text(0) is not "ok" and var problem)
            {
                problems.Add(problem);
            }
        }
    }

    private static void CheckKind(Database database, KindTable table, List<string> problems)
    {
        Count($"SELECT count(*) FROM {table.Table} WHERE version < 1", "records have no version");
        Count($"SELECT count(*) FROM {table.Table} WHERE (deleted = 0) = (body IS NULL)", "records are neither living nor deleted");
        Count(
            $"""
            SELECT count(*) FROM (SELECT agency, id, max(version) AS version FROM change_feed WHERE kind = '{table.Kind.Name}' AND type <> 'event' GROUP BY agency, id) f
            LEFT JOIN {table.Table} t ON t.agency = f.agency AND t.id = f.id WHERE t.version IS NOT f.version
            """,
            "records differ from the change feed");
        foreach (var column in table.Sides)
        {
            var value = column.Definition.Type == FieldType.Bytes ? "unhex(j.value)" : "j.value";
            var listed = $"SELECT t.agency, {value}, t.id FROM {table.Table} t, json_each(t.{column.Column}) j WHERE t.{column.Column} IS NOT NULL";
            Count($"SELECT count(*) FROM ({listed} EXCEPT SELECT agency, value, id FROM {column.Side})", $"values of {column.Name} cannot be found by");
            Count($"SELECT count(*) FROM (SELECT agency, value, id FROM {column.Side} EXCEPT {listed})", $"values of {column.Name} are listed but not there");
        }

        void Count(string sql, string what)
        {
            if (database.Number(sql) is > 0 and var count)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Kind.Name}: {count} {what}"));
            }
        }
    }
}
