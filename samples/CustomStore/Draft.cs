using NewCitizen.Storage;

namespace CustomStore;

/// <summary>A transaction being decided: the state as it will be, while nothing is written yet. A refused batch is simply dropped.</summary>
internal sealed class Draft(LogState state)
{
    private readonly Dictionary<(string Kind, Guid Id), (long Version, StoredRecord? Living)> _changed = [];
    private readonly List<RecordLine> _lines = [];

    public List<RecordLine> Lines => _lines;

    public (long Version, StoredRecord? Living) Find(RecordKey key) =>
        _changed.TryGetValue(Place(key), out var slot) ? slot : state.Find(key);

    /// <summary>Puts a record, or answers the unique field whose value is taken and who holds it.</summary>
    public (string Field, Guid Holder)? Put(StoredRecord record)
    {
        foreach (var (field, value) in LogState.UniqueValues(record.Key.Kind, record.Fields))
        {
            if (HolderOf(record.Key, field, value) is { } holder && holder != record.Key.Id)
            {
                return (field, holder);
            }
        }

        _changed[Place(record.Key)] = (record.Version, record);
        _lines.Add(Line(record.Key, record.Version) with { Fields = [.. record.Fields.Select(FieldText.Write)], Body = record.Body.ToArray() });
        return null;
    }

    public void Delete(RecordKey key, long version)
    {
        _changed[Place(key)] = (version, null);
        _lines.Add(Line(key, version));
    }

    private static (string, Guid) Place(RecordKey key) => (key.Agency.Value + "/" + key.Kind.Name, key.Id);

    private static RecordLine Line(RecordKey key, long version) => new(key.Agency.Value, key.Kind.Name, key.Id, version, Fields: null, Body: null);

    private Guid? HolderOf(RecordKey key, string field, FieldValue value)
    {
        foreach (var (place, slot) in _changed)
        {
            if (slot.Living is { } living && place.Kind == Place(key).Item1 && living[field].AsMany().Contains(value))
            {
                return place.Id;
            }
        }

        // Whoever held it before this transaction may have given it up in it.
        var holder = state.HolderOf(key.Agency, key.Kind.Name, field, value);
        return holder is { } id && _changed.ContainsKey(Place(key with { Id = id })) ? null : holder;
    }
}
