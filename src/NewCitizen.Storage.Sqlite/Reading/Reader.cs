using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>One reading connection with its prepared statements.</summary>
internal sealed class Reader(Database database, int kinds) : IDisposable
{
    private readonly Statement?[] _points = new Statement?[kinds];

    public Database Database => database;

    /// <summary>Statement that reads one record of a kind by its key.</summary>
    public Statement Point(KindTable table) => _points[table.Ordinal] ??= database.PrepareOwn(table.SelectOne);

    /// <summary>Runs reads that see one moment.</summary>
    public T AtOneMoment<T>(Func<Database, T> read)
    {
        database.Execute("BEGIN");
        try
        {
            return read(database);
        }
        finally
        {
            if (database.InTransaction)
            {
                database.Execute("ROLLBACK");
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in _points)
        {
            statement?.Dispose();
        }

        database.Dispose();
    }
}
