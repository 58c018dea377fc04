using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

/// <summary>
/// Records, their unique values and who holds each indexed value, with a list of undo steps for a batch that is refused half way. What the index of values
/// gives is only where to look: every query still compares each record, so that a fault of the index could hide a record but never show a wrong one.
/// </summary>
internal sealed class MemoryTables
{
    private readonly Dictionary<(AgencyId Agency, string Kind), Dictionary<Guid, MemorySlot>> _tables = [];
    private readonly Dictionary<(AgencyId Agency, string Kind, string Field, FieldValue Value), Guid> _holders = [];
    private readonly Dictionary<(AgencyId Agency, string Kind, string Field, FieldValue Value), HashSet<Guid>> _indexed = [];
    private readonly Stack<(RecordKey Key, MemorySlot Before)> _undo = new();

    public MemorySlot Find(RecordKey key) =>
        _tables.TryGetValue((key.Agency, key.Kind.Name), out var table) && table.TryGetValue(key.Id, out var slot) ? slot : default;

    public IEnumerable<StoredRecord> Living(AgencyId agency, string kind) =>
        _tables.TryGetValue((agency, kind), out var table) ? table.Values.Select(slot => slot.Living).OfType<StoredRecord>() : [];

    /// <summary>Living records that may answer a query: those with one of the values it asks for, if it asks for values of an indexed field.</summary>
    public IEnumerable<StoredRecord> Candidates(RecordQuery query)
    {
        IEnumerable<Guid>? fewest = null;
        var least = int.MaxValue;
        foreach (var filter in query.Where)
        {
            if (!filter.IsRange && IsIndexed(query.Kind, filter.Field))
            {
                var sets = filter.AnyOf.Select(value => _indexed.GetValueOrDefault((query.Agency, query.Kind.Name, filter.Field, value))).OfType<HashSet<Guid>>().ToArray();
                if (sets.Sum(set => set.Count) is var count && count < least)
                {
                    (fewest, least) = (sets.SelectMany(set => set).Distinct(), count);
                }
            }
        }

        return fewest is null
            ? Living(query.Agency, query.Kind.Name)
            : fewest.Select(id => Find(new RecordKey(query.Agency, query.Kind, id)).Living).OfType<StoredRecord>();
    }

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

        var values = Living().SelectMany(record => IndexedValues(record.Key.Kind, record.Fields), (record, indexed) => (record.Key, indexed.Field, indexed.Value)).Distinct().ToList();
        foreach (var (key, field, value) in values)
        {
            if (!_indexed.TryGetValue((key.Agency, key.Kind.Name, field, value), out var ids) || !ids.Contains(key.Id))
            {
                yield return $"{key}: field '{field}' is not indexed.";
            }
        }

        if (values.Count != _indexed.Values.Sum(ids => ids.Count))
        {
            yield return "The indexes hold values of records that are gone.";
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

    private static IEnumerable<(string Field, FieldValue Value)> IndexedValues(RecordKind kind, IReadOnlyList<FieldValue> fields) =>
        from index in kind.Indexes
        let field = fields[kind.PositionOf(index.Field)]
        where !field.IsNull
        from value in field.IsMany ? field.AsMany() : [field]
        select (index.Field, value);

    private static bool IsIndexed(RecordKind kind, string field)
    {
        for (var i = 0; i < kind.Indexes.Count; i++)
        {
            if (kind.Indexes[i].Field == field) return true;
        }

        return false;
    }

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

            foreach (var (field, value) in IndexedValues(key.Kind, old.Fields))
            {
                var at = (key.Agency, key.Kind.Name, field, value);
                if (_indexed.TryGetValue(at, out var ids) && ids.Remove(key.Id) && ids.Count == 0) _indexed.Remove(at);
            }
        }

        if (after.Living is { } living)
        {
            foreach (var (field, value) in UniqueValues(key.Kind, living.Fields))
            {
                _holders[(key.Agency, key.Kind.Name, field, value)] = key.Id;
            }

            foreach (var (field, value) in IndexedValues(key.Kind, living.Fields))
            {
                if (!_indexed.TryGetValue((key.Agency, key.Kind.Name, field, value), out var ids)) _indexed[(key.Agency, key.Kind.Name, field, value)] = ids = [];
                ids.Add(key.Id);
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
