using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

/// <summary>Records and their unique values, with a list of undo steps for a batch that is refused half way.</summary>
internal sealed class MemoryTables
{
    private readonly Dictionary<(AgencyId Agency, string Kind), Dictionary<Guid, MemorySlot>> _tables = [];
    private readonly Dictionary<(AgencyId Agency, string Kind, string Field, FieldValue Value), Guid> _holders = [];
    private readonly Stack<(RecordKey Key, MemorySlot Before)> _undo = new();

    public MemorySlot Find(RecordKey key) =>
        _tables.TryGetValue((key.Agency, key.Kind.Name), out var table) && table.TryGetValue(key.Id, out var slot) ? slot : default;

    public IEnumerable<StoredRecord> Living(AgencyId agency, string kind) =>
        _tables.TryGetValue((agency, kind), out var table) ? table.Values.Select(slot => slot.Living).OfType<StoredRecord>() : [];

    public IEnumerable<StoredRecord> Living() => _tables.Values.SelectMany(table => table.Values).Select(slot => slot.Living).OfType<StoredRecord>();

    /// <summary>Everything of a kind after a place, tombstones too, in the order of the contract.</summary>
    public IEnumerable<StoredRecord> Scan(RecordKind kind, RecordKey? after)
    {
        var from = after is { } place ? place.Agency : default;
        return _tables.Where(table => table.Key.Kind == kind.Name && (after is null || table.Key.Agency.CompareTo(from) >= 0))
            .OrderBy(table => table.Key.Agency)
            .SelectMany(table => table.Value
                .Where(slot => after is not { } last || table.Key.Agency != last.Agency || RecordIdComparer.Instance.Compare(slot.Key, last.Id) > 0)
                .OrderBy(slot => slot.Key, RecordIdComparer.Instance)
                .Select(slot => slot.Value.Living ?? StoredRecord.Tombstone(new RecordKey(table.Key.Agency, kind, slot.Key), slot.Value.Version)));
    }

    /// <summary>The first of the values that another living record of the agency holds.</summary>
    public (string Field, Guid Holder)? FindTaken(RecordKey key, IReadOnlyList<FieldValue> fields)
    {
        foreach (var (field, value) in UniqueValues(key.Kind, fields))
        {
            if (_holders.TryGetValue((key.Agency, key.Kind.Name, field, value), out var holder) && holder != key.Id)
            {
                return (field, holder);
            }
        }

        return null;
    }

    public void Set(RecordKey key, MemorySlot after)
    {
        _undo.Push((key, Find(key)));
        Replace(key, after);
    }

    public void Accept() => _undo.Clear();

    public void Undo()
    {
        while (_undo.TryPop(out var step))
        {
            Replace(step.Key, step.Before);
        }
    }

    /// <summary>Compares the unique values with the records, both ways.</summary>
    public IEnumerable<string> Check()
    {
        var expected = Living()
            .SelectMany(record => UniqueValues(record.Key.Kind, record.Fields), (record, unique) => (record.Key, unique.Field, unique.Value))
            .ToList();
        foreach (var (key, field, value) in expected)
        {
            if (!_holders.TryGetValue((key.Agency, key.Kind.Name, field, value), out var holder) || holder != key.Id)
            {
                yield return $"{key}: unique field '{field}' is not indexed.";
            }
        }

        if (expected.Count != _holders.Count)
        {
            yield return "The unique indexes hold values of records that are gone.";
        }
    }

    private static IEnumerable<(string Field, FieldValue Value)> UniqueValues(RecordKind kind, IReadOnlyList<FieldValue> fields) =>
        from index in kind.Indexes
        where index.Type == IndexType.Unique
        from value in fields[kind.PositionOf(index.Field)].AsMany()
        select (index.Field, value);

    private void Replace(RecordKey key, MemorySlot after)
    {
        var place = (key.Agency, key.Kind.Name);
        if (!_tables.TryGetValue(place, out var table))
        {
            _tables[place] = table = [];
        }

        if (Find(key).Living is { } old)
        {
            foreach (var (field, value) in UniqueValues(key.Kind, old.Fields))
            {
                _holders.Remove((key.Agency, key.Kind.Name, field, value));
            }
        }

        if (after.Living is { } living)
        {
            foreach (var (field, value) in UniqueValues(key.Kind, living.Fields))
            {
                _holders[(key.Agency, key.Kind.Name, field, value)] = key.Id;
            }
        }

        if (after.Version == 0)
        {
            table.Remove(key.Id);
        }
        else
        {
            table[key.Id] = after;
        }
    }
}
