namespace NewCitizen.Storage;

/// <summary>A record as a store keeps it. Personal fields are already encrypted: a store sees bytes only.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Version">1 for the first write, one more for each write; goes on through delete and re-creation.</param>
/// <param name="Fields">Values of the declared fields, in the order of <see cref="RecordKind.Fields"/>.</param>
/// <param name="Body">The rest as UTF-8 JSON. Must not be changed.</param>
public sealed record StoredRecord(RecordKey Key, long Version, IReadOnlyList<FieldValue> Fields, ReadOnlyMemory<byte> Body)
{
    /// <summary>Value of a declared field.</summary>
    public FieldValue this[string field] => Fields[Key.Kind.PositionOf(field)];

    /// <summary>Address and version only.</summary>
    public override string ToString() => $"{Key} v{Version}";
}
