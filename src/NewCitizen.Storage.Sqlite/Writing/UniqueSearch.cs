using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Values;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Finds who holds a unique value.</summary>
internal sealed class UniqueSearch(Database database, KindTable table) : IDisposable
{
    private readonly Statement?[] _holders = new Statement?[table.Columns.Count];
    private readonly bool _hasUniqueSides = table.Uniques.Any(column => column.HasSide);

    /// <summary>The first unique field whose value another record holds, in the order of declaration.</summary>
    public TakenValue? Find(RecordKey key, IReadOnlyList<FieldValue> fields) => Find(key, fields, sidesOnly: false);

    /// <summary>If a set's value is taken, the first field that is: the indexes of the row itself would not notice.</summary>
    public TakenValue? FindInSides(RecordKey key, IReadOnlyList<FieldValue> fields) =>
        _hasUniqueSides && Find(key, fields, sidesOnly: true) is not null ? Find(key, fields, sidesOnly: false) : null;

    public Guid? HolderOf(RecordKey key, FieldColumn column, in FieldValue value)
    {
        var statement = _holders[column.Position] ??= database.PrepareOwn(column.HasSide
            ? $"SELECT id FROM {column.Side} WHERE agency = ?1 AND id <> ?2 AND value = ?3"
            : $"SELECT id FROM {table.Table} WHERE agency = ?1 AND id <> ?2 AND {column.Column} = ?3");
        statement.Bind(1, key.Agency).Bind(2, key.Id);
        ColumnCodec.Bind(statement, 3, value);
        try
        {
            return statement.Step() ? statement.Id(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _holders)
        {
            statement?.Dispose();
        }
    }

    private TakenValue? Find(RecordKey key, IReadOnlyList<FieldValue> fields, bool sidesOnly)
    {
        foreach (var column in table.Uniques)
        {
            if (sidesOnly && !column.HasSide)
            {
                continue;
            }

            foreach (var value in fields[column.Position].AsMany())
            {
                if (HolderOf(key, column, value) is { } holder)
                {
                    return new(column.Definition.Name, holder);
                }
            }
        }

        return null;
    }
}
