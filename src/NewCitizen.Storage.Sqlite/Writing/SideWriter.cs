using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Values;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Keeps the table that lists the values of one field in step with the records.</summary>
internal sealed class SideWriter(Database database, FieldColumn column) : IDisposable
{
    private readonly Statement _insert = database.PrepareOwn($"INSERT INTO {column.Side} (agency, id, value) VALUES (?1, ?2, ?3)");
    private readonly Statement _delete = database.PrepareOwn($"DELETE FROM {column.Side} WHERE agency = ?1 AND id = ?2 AND value = ?3");

    /// <summary>Both sets are sorted, so what left and what came is found in one pass.</summary>
    public void Change(RecordKey key, in FieldValue before, in FieldValue after)
    {
        var (old, now) = (before.AsMany(), after.AsMany());
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            var order = i == old.Count ? 1 : j == now.Count ? -1 : FieldValueComparer.Instance.Compare(old[i], now[j]);
            if (order < 0)
            {
                Run(_delete, key, old[i]);
            }
            else if (order > 0)
            {
                Run(_insert, key, now[j]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }

    private static void Run(Statement statement, RecordKey key, in FieldValue value)
    {
        statement.Bind(1, key.Agency).Bind(2, key.Id);
        ColumnCodec.Bind(statement, 3, value);
        statement.Run();
    }
}
