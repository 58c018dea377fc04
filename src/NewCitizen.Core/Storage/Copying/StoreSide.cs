namespace NewCitizen.Storage.Copying;

/// <summary>A store as a copy or comparison needs it: its contracts over the same data.</summary>
/// <param name="Records">The kernel.</param>
/// <param name="Changes">The change feed; tells whether somebody wrote meanwhile.</param>
/// <param name="Audit">The audit trail.</param>
/// <param name="Bulk">Scans and loads.</param>
/// <param name="Schema">Tells kinds that the program does not know.</param>
public sealed record StoreSide(IRecordStore Records, IChangeFeed Changes, IAuditTrail Audit, IBulkLoader Bulk, ISchemaManager Schema)
{
    /// <summary>For a store that is one object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public static StoreSide Of<T>(T store)
        where T : class, IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager => new(store, store, store, store, store);
}
