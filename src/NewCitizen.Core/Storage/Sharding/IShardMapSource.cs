namespace NewCitizen.Storage.Sharding;

/// <summary>Where processes find the shard map they share. Implementations are thread-safe.</summary>
public interface IShardMapSource
{
    /// <summary>The map as known here. May lag behind a change by the source's refresh time: a write to a shard an agency has left is refused by the shard itself.</summary>
    ShardMap Current { get; }

    /// <summary>Reads the map anew.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    ValueTask<ShardMap> RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Puts a new map in place of the one before it, for all processes.</summary>
    /// <param name="next">The map; its version is one above that of the map in place.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if somebody else changed the map meanwhile.</returns>
    ValueTask<bool> TryReplaceAsync(ShardMap next, CancellationToken cancellationToken);
}
