namespace NewCitizen.Storage.Sharding;

/// <summary>A shard map inside one process: for tests, and for hosts whose map is part of their configuration. Thread-safe.</summary>
public sealed class FixedShardMap : IShardMapSource
{
    private ShardMap _current;

    /// <summary>Begins with a map.</summary>
    public FixedShardMap(ShardMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _current = map;
    }

    /// <inheritdoc/>
    public ShardMap Current => Volatile.Read(ref _current);

    /// <inheritdoc/>
    public ValueTask<ShardMap> RefreshAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(ShardMap next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        var before = Current;
        return ValueTask.FromResult(before.Version == next.Version - 1 && Interlocked.CompareExchange(ref _current, next, before) == before);
    }
}
