using System.Globalization;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sharding;

/// <summary>
/// One store over several (分片存储): every call goes to the shard of its agency. All promises of the kernel hold inside an agency, because an
/// agency is whole on one shard. What has no answer over several shards is refused with NC3030 instead of being guessed: the feed or
/// trail of all agencies in one order, and audit checkpoints, of which each shard has its own; ask <see cref="Shards"/>. Thread-safe.
/// </summary>
/// <remarks>
/// Differs from one store in this: <see cref="GetManyAsync"/> over several shards reads each at its own moment; a feed or audit trail of an
/// agency begins anew on the shard it was moved to, and a reader with a position from before gets NC3008; request keys do not move.
/// Reads with a map that lags behind (a second, with <see cref="ShardMapFile"/>) may come from the shard an agency has left; writes never go there.
/// </remarks>
public sealed partial class ShardedRecordStore : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance, IStoreShards, IAsyncDisposable
{
    private const int MaxReroutes = 3;

    private readonly IShardMapSource _maps;
    private readonly Dictionary<string, StoreShard> _byName;
    private readonly IReadOnlyList<IAsyncDisposable> _owned;

    /// <summary>Puts a store together.</summary>
    /// <param name="shards">The shards the map names; each declares <see cref="ShardSeals.Kind"/>.</param>
    /// <param name="maps">Where the map is.</param>
    /// <param name="owned">What is disposed together with this store; null for nothing.</param>
    /// <exception cref="StoreUnavailableException">NC3032: the map names a shard that is not given.</exception>
    public ShardedRecordStore(IReadOnlyList<StoreShard> shards, IShardMapSource maps, IReadOnlyList<IAsyncDisposable>? owned = null)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(maps);
        _maps = maps;
        _byName = shards.ToDictionary(shard => shard.Name, StringComparer.Ordinal);
        _owned = owned ?? [];
        Shards = [.. maps.Current.Shards.Select(Named)];
        var all = Shards.Select(shard => shard.Records.Capabilities).ToList();
        Capabilities = new StoreCapabilities(
            string.Create(CultureInfo.InvariantCulture, $"sharded-{all.Count}x{all[0].Name}"),
            all.TrueForAll(one => one.Durable),
            all.TrueForAll(one => one.SharedByProcesses),

            // One is the check for a seal.
            all.Min(one => one.MaxBatchOperations) - 1,
            all.Min(one => one.MaxBodyBytes));
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities { get; }

    /// <summary>The map as known here.</summary>
    public ShardMap Map => _maps.Current;

    /// <summary>The shards, as of the start of this process: a shard that was added to the map later needs a restart to be used.</summary>
    public IReadOnlyList<StoreShard> Shards { get; }

    internal IShardMapSource Maps => _maps;

    /// <summary>The shard an agency is on.</summary>
    /// <exception cref="StoreUnavailableException">NC3032: this process does not have that shard.</exception>
    public StoreShard ShardOf(AgencyId agency) => Route(agency).Shard;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        Route(key.Agency, key.Kind).Shard.Records.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var groups = keys.Select((key, place) => (key, place)).GroupBy(one => Route(one.key.Agency, one.key.Kind).Shard).ToList();
        if (groups.Count == 1)
        {
            return await groups[0].Key.Records.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        }

        var answers = new StoredRecord?[keys.Count];
        await Task.WhenAll(groups.Select(ReadAsync)).ConfigureAwait(false);
        return answers;

        async Task ReadAsync(IGrouping<StoreShard, (RecordKey Key, int Place)> group)
        {
            var places = group.ToList();
            var found = await group.Key.Records.GetManyAsync([.. places.Select(one => one.Key)], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < places.Count; i++)
            {
                answers[places[i].Place] = found[i];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Route(query.Agency, query.Kind).Shard.Records.QueryAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">NC3031: the agency is being moved; nothing was written.</exception>
    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (var round = 1; ; round++)
        {
            var (shard, ordinal) = Route(batch.Agency, batch.Operations.FirstOrDefault(operation => operation.Key.Kind.Name == AuditCheckpoints.Kind.Name)?.Key.Kind);
            var result = await shard.Records
                .CommitAsync(batch.Guarded(ShardSeals.Kind, ShardSeals.SealId, ExpectedVersion.Missing), cancellationToken)
                .ConfigureAwait(false);
            if (result is not { Status: CommitStatus.Conflict, FailedOperation: 0 })
            {
                return WithoutGuard(ordinal, result);
            }

            // The agency has left this shard, or is about to. Nothing was written: try where the newest map says.
            await _maps.RefreshAsync(cancellationToken).ConfigureAwait(false);
            if (Route(batch.Agency).Ordinal == ordinal || round == MaxReroutes)
            {
                throw new StoreUnavailableException(StorageErrors.AgencySealed);
            }
        }
    }

    /// <summary>Disposes the shards this store was given to own.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync().ConfigureAwait(false);
        }
    }

    // What the host itself keeps under "system", such as leases, is on the first shard; each shard has checkpoints of its own.
    private (StoreShard Shard, int Ordinal) Route(AgencyId agency, RecordKind? kind = null)
    {
        if (agency == AuditCheckpoints.Agency)
        {
            return kind?.Name != AuditCheckpoints.Kind.Name || Shards.Count == 1 ? (Shards[0], 0) : throw new NewCitizenException(StorageErrors.AcrossShards);
        }

        var map = _maps.Current;
        var ordinal = map.OrdinalOf(agency);
        return (Named(map.Shards[ordinal]), ordinal);
    }

    private StoreShard Named(string name) => _byName.TryGetValue(name, out var shard) ? shard : throw new StoreUnavailableException(StorageErrors.ShardMissing);

    // An answer from before the store became a shard has no guard in front; a guard was always found missing, version 0.
    private static CommitResult WithoutGuard(int ordinal, CommitResult result) =>
        (result is { Status: CommitStatus.Replayed, Versions: not [0, ..] } ? result : result.WithoutFirst(1)).At(ShardPositions.Mark(ordinal, result.Position));
}
