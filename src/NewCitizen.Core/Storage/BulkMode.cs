namespace NewCitizen.Storage;

/// <summary>What a bulk load does with a record that is there already.</summary>
public enum BulkMode
{
    /// <summary>Refuses the new one and goes on.</summary>
    InsertOnly,

    /// <summary>Replaces it if the new version is higher, else refuses the new one and goes on.</summary>
    Upsert,
}
