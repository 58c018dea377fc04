using NewCitizen.Privacy;
using NewCitizen.Storage.Sharding;
using NodaTime;

namespace NewCitizen.Audit;

/// <summary>One sequencer a store: each shard has its own log and its own checkpoints. Thread-safe.</summary>
public sealed class AuditSequencers(IStoreShards stores, IKeyRing keys, IClock clock)
{
    private readonly List<AuditSequencer> _all = [.. stores.Shards.Select(shard => new AuditSequencer(shard.Records, shard.Audit, keys, clock))];

    /// <summary>Signs every log. One that cannot be signed does not keep the others from it.</summary>
    /// <param name="flush">Whether to sign a last, smaller block as well.</param>
    /// <param name="cancellationToken">Ends the run; blocks signed so far stay.</param>
    /// <returns>What was done, in the order of the shards.</returns>
    /// <exception cref="AuditException">A log could not be signed; thrown after all were tried.</exception>
    /// <exception cref="Storage.StoreUnavailableException">A shard cannot be used; thrown after all were tried.</exception>
    public async ValueTask<IReadOnlyList<AuditProgress>> RunAsync(bool flush, CancellationToken cancellationToken)
    {
        if (_all.Count == 1)
        {
            return [await _all[0].RunAsync(flush, cancellationToken).ConfigureAwait(false)];
        }

        return await Task.WhenAll(_all.Select(one => one.RunAsync(flush, cancellationToken).AsTask())).ConfigureAwait(false);
    }
}
