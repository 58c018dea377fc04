using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>
/// The floor of an import: one prepared insert of each row as text, a unique index on the number, 10,000 rows a transaction, as durable as
/// the store (write-ahead log, full sync). Reading and splitting the file is not counted.
/// </summary>
internal static class PlainInsert
{
    private const int RowsInTransaction = 10_000;

    public static TimeSpan Run(string roster, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        var columns = string.Join(", ", Roster.Headings.Select(heading => $"\"{heading}\" TEXT"));
        Execute(connection, $"CREATE TABLE roster (id INTEGER PRIMARY KEY, {columns}); CREATE UNIQUE INDEX number ON roster (\"证件号码\");");
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO roster VALUES (NULL, {string.Join(", ", Roster.Headings.Select((_, i) => $"$p{i}"))})";
        var parameters = Roster.Headings.Select((_, i) => insert.Parameters.Add($"$p{i}", SqliteType.Text)).ToArray();
        insert.Prepare();

        var counted = new Stopwatch();
        foreach (var rows in File.ReadLines(roster).Skip(1).Select(line => line.Split(',')).Chunk(RowsInTransaction))
        {
            counted.Start();
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    parameters[i].Value = row[i];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            counted.Stop();
        }

        return counted.Elapsed;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
