namespace NewCitizen.Storage.Sharding;

/// <summary>The only store of a host that has no shards.</summary>
internal sealed class SingleShard(IRecordStore records, IChangeFeed changes, IAuditTrail audit, IBulkLoader bulk, ISchemaManager schema, IStoreMaintenance maintenance) : IStoreShards
{
    public const string Name = "main";

    public IReadOnlyList<StoreShard> Shards { get; } = [new(Name, records, changes, audit, bulk, schema, maintenance)];
}
