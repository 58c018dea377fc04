namespace NewCitizen.Storage;

/// <summary>
/// What a bulk load does with a record that is there already. In both modes a tombstone of the same or a higher version refuses the
/// record as <see cref="CommitStatus.Conflict"/>: loading an old copy again never brings back what was erased.
/// </summary>
public enum BulkMode
{
    /// <summary>Refuses the new one and goes on.</summary>
    InsertOnly,

    /// <summary>Replaces it if the new version is higher, else refuses the new one and goes on.</summary>
    Upsert,
}
