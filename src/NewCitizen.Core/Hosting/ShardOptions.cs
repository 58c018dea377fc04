using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NodaTime;

namespace NewCitizen.Hosting;

/// <summary>The shards of a host (分片设置).</summary>
public sealed class ShardOptions
{
    private readonly List<(string Name, Func<IReadOnlyList<RecordKind>, IClock, StoreShard> Open)> _shards = [];

    /// <summary>
    /// Path of the shard map that all processes share. The first process writes it: all shards given here, agencies by hash. Required unless
    /// <see cref="Map"/> is set.
    /// </summary>
    public string? MapFile { get; set; }

    /// <summary>Where the map is, for hosts that keep it elsewhere; goes before <see cref="MapFile"/>.</summary>
    public IShardMapSource? Map { get; set; }

    internal IReadOnlyList<(string Name, Func<IReadOnlyList<RecordKind>, IClock, StoreShard> Open)> Shards => _shards;

    /// <summary>Adds a shard. The order counts: later ones only ever come behind.</summary>
    /// <typeparam name="T">Class of its store; disposed with the host.</typeparam>
    /// <param name="name">Its name in the map: 1 to 40 characters of <c>a–z</c>, <c>0–9</c>, <c>-</c> and <c>_</c>.</param>
    /// <param name="open">Makes the store for the kinds of record of the host, such as <c>(kinds, clock) => new SqliteRecordStore(options, kinds, clock)</c>.</param>
    public ShardOptions Add<T>(string name, Func<IReadOnlyList<RecordKind>, IClock, T> open)
        where T : class, IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        _shards.Add((name, (kinds, clock) => StoreShard.From(name, open(kinds, clock))));
        return this;
    }

    internal ShardedRecordStore Open(IReadOnlyList<RecordKind> kinds, IClock clock)
    {
        var shards = _shards.Select(shard => shard.Open(kinds, clock)).ToList();
        var maps = Map ?? ShardMapFile.OpenOrCreate(
            MapFile ?? throw new InvalidOperationException($"{nameof(ShardOptions)} needs {nameof(MapFile)} or {nameof(Map)}."), new ShardMap([.. shards.Select(shard => shard.Name)]));
        return new ShardedRecordStore(shards, maps, [.. shards.Select(shard => shard.Records).OfType<IAsyncDisposable>()]);
    }
}
