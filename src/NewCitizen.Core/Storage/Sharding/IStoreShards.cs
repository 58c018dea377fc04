namespace NewCitizen.Storage.Sharding;

/// <summary>
/// The stores a host works on: one, or the shards of a <see cref="ShardedRecordStore"/>. What follows a whole feed or trail (relays, the audit
/// sequencer, verifiers) runs once for each, because positions of two stores have no common order.
/// </summary>
public interface IStoreShards
{
    /// <summary>All of them, in the order of the map.</summary>
    IReadOnlyList<StoreShard> Shards { get; }
}
