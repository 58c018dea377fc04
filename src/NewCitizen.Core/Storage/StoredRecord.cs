namespace NewCitizen.Storage;

/// <summary>A record as a store keeps it. Personal fields are already encrypted: a store sees bytes only.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Version">1 for the first write, one more for each write; goes on through delete and re-creation.</param>
/// <param name="Fields">Values of the declared fields, in the order of <see cref="RecordKind.Fields"/>; none for a tombstone.</param>
/// <param name="Body">The rest as UTF-8 JSON; empty for a tombstone. Must not be changed.</param>
public sealed record StoredRecord(RecordKey Key, long Version, IReadOnlyList<FieldValue> Fields, ReadOnlyMemory<byte> Body)
{
    /// <summary>
    /// Whether it is what a delete leaves (删除标记): the version and nothing else. Only <see cref="IBulkLoader"/> reads and takes tombstones;
    /// every other answer of a store holds living records alone.
    /// </summary>
    public bool IsTombstone { get; private init; }

    /// <summary>Value of a declared field. A tombstone has none.</summary>
    public FieldValue this[string field] => Fields[Key.Kind.PositionOf(field)];

    /// <summary>What a delete leaves.</summary>
    /// <param name="key">Address of the record that was.</param>
    /// <param name="version">Version of the delete, from 1.</param>
    public static StoredRecord Tombstone(RecordKey key, long version) => new(key, version, [], default) { IsTombstone = true };

    /// <summary>Address and version only.</summary>
    public override string ToString() => IsTombstone ? $"{Key} v{Version} (deleted)" : $"{Key} v{Version}";
}
