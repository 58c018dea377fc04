namespace NewCitizen.Storage.Sharding;

/// <summary>One store of several (分片): its name and the six contracts over its own data.</summary>
/// <param name="Name">Its name in the <see cref="ShardMap"/>.</param>
/// <param name="Records">The kernel.</param>
/// <param name="Changes">Its change feed; with agency null that of all its agencies.</param>
/// <param name="Audit">Its audit trail; it has its own checkpoints, in its own agency <c>system</c>.</param>
/// <param name="Bulk">Its bulk loader.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Maintenance">Its retention and care.</param>
public sealed record StoreShard(
    string Name, IRecordStore Records, IChangeFeed Changes, IAuditTrail Audit, IBulkLoader Bulk, ISchemaManager Schema, IStoreMaintenance Maintenance)
{
    /// <summary>A shard that is one object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name in the map.</param>
    /// <param name="store">The store; it must declare <see cref="ShardSeals.Kind"/> beside its other kinds.</param>
    public static StoreShard From<T>(string name, T store)
        where T : class, IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance =>
        new(name, store, store, store, store, store, store);
}
