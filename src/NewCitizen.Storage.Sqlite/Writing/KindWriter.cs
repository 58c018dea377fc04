using NewCitizen.Agencies;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Values;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Writes the rows of one kind: the record's row and the side tables that list its sets.</summary>
internal sealed class KindWriter(Database database, KindTable table) : IDisposable
{
    private readonly Statement _state = database.PrepareOwn(table.SelectState);
    private readonly Statement _insert = database.PrepareOwn(table.Insert);
    private readonly Statement _update = database.PrepareOwn(table.Update);
    private readonly Statement _tombstone = database.PrepareOwn(table.Tombstone);
    private Statement? _grave;
    private readonly SideWriter[] _sides = [.. table.Sides.Select(column => new SideWriter(database, column))];
    private readonly Statement?[] _reads = new Statement?[table.Columns.Count];
    private readonly Statement?[] _sets = new Statement?[table.Columns.Count];
    private readonly UniqueSearch _uniques = new(database, table);

    public KindTable Table => table;

    public RecordState Read(AgencyId agency, Guid id)
    {
        _state.Bind(1, agency).Bind(2, id);
        try
        {
            if (!_state.Step())
            {
                return default;
            }

            var living = _state.Number(1) == 0;
            var sides = _sides.Length == 0 || !living ? [] : new FieldValue[_sides.Length];
            for (var i = 0; i < sides.Length; i++)
            {
                sides[i] = ColumnCodec.Read(_state, i + 2, table.Sides[i].Definition);
            }

            return new(_state.Number(0), living, sides);
        }
        finally
        {
            _state.Reset();
        }
    }

    /// <summary>Writes a record; returns the value that somebody else holds, in which case nothing was written.</summary>
    public TakenValue? Put(RecordKey key, in RecordState found, long version, IReadOnlyList<FieldValue> fields, ReadOnlySpan<byte> body)
    {
        // Values in side tables are looked up first, so that a refusal never leaves half a record.
        if (_uniques.FindInSides(key, fields) is { } taken)
        {
            return taken;
        }

        if (!TryWrite(found.Version == 0 ? _insert : _update, key, version, fields, body))
        {
            return _uniques.Find(key, fields) ?? throw new InvalidOperationException($"A row of kind '{table.Kind}' appeared from nowhere.");
        }

        for (var i = 0; i < _sides.Length; i++)
        {
            _sides[i].Change(key, found.IsLiving ? found.Sides[i] : default, fields[table.Sides[i].Position]);
        }

        return null;
    }

    /// <summary>Writes a record that is likely to be new, without looking first; false if something is in its way and nothing was written.</summary>
    public bool TryInsert(RecordKey key, long version, IReadOnlyList<FieldValue> fields, ReadOnlySpan<byte> body)
    {
        if (_uniques.FindInSides(key, fields) is not null || !TryWrite(_insert, key, version, fields, body))
        {
            return false;
        }

        for (var i = 0; i < _sides.Length; i++)
        {
            _sides[i].Change(key, default, fields[table.Sides[i].Position]);
        }

        return true;
    }

    /// <summary>Deletes a living record, leaving its version.</summary>
    public void Delete(RecordKey key, in RecordState found) => Bury(key, found, found.Version + 1);

    /// <summary>Leaves a tombstone of a version, whatever was there.</summary>
    public void Bury(RecordKey key, in RecordState found, long version)
    {
        for (var i = 0; i < _sides.Length && found.IsLiving; i++)
        {
            _sides[i].Change(key, found.Sides[i], default);
        }

        var statement = found.Version == 0 ? _grave ??= database.PrepareOwn(table.InsertTombstone) : _tombstone;
        statement.Bind(1, key.Agency).Bind(2, key.Id).Bind(3, version).Run();
    }

    /// <summary>Reads one integer field of a living record; null counts as 0.</summary>
    public long ReadNumber(RecordKey key, FieldColumn column)
    {
        var statement = (_reads[column.Position] ??= database.PrepareOwn($"SELECT {column.Column} FROM {table.Table} WHERE agency = ?1 AND id = ?2"))
            .Bind(1, key.Agency).Bind(2, key.Id);
        try
        {
            // SQLite reads null as 0.
            return statement.Step() ? statement.Number(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Sets one integer field; returns the value that somebody else holds, in which case nothing was written.</summary>
    public TakenValue? SetNumber(RecordKey key, FieldColumn column, long version, long value)
    {
        var statement = _sets[column.Position] ??= database.PrepareOwn(
            $"UPDATE {table.Table} SET version = ?3, {column.Column} = ?4 WHERE agency = ?1 AND id = ?2");
        return statement.Bind(1, key.Agency).Bind(2, key.Id).Bind(3, version).Bind(4, value).TryRun()
            ? null
            : new(column.Definition.Name, _uniques.HolderOf(key, column, FieldValue.Integer(value)) ?? key.Id);
    }

    public void Dispose()
    {
        foreach (var side in _sides)
        {
            side.Dispose();
        }

        foreach (var statement in _reads.Concat(_sets))
        {
            statement?.Dispose();
        }

        _uniques.Dispose();
        _state.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _tombstone.Dispose();
        _grave?.Dispose();
    }

    private static bool TryWrite(Statement statement, RecordKey key, long version, IReadOnlyList<FieldValue> fields, ReadOnlySpan<byte> body)
    {
        statement.Bind(1, key.Agency).Bind(2, key.Id).Bind(3, version).BindUtf8(4, body);
        for (var i = 0; i < fields.Count; i++)
        {
            ColumnCodec.Bind(statement, i + 5, fields[i]);
        }

        return statement.TryRun();
    }
}
