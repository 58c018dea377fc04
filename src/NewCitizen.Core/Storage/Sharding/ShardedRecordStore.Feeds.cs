using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sharding;

public sealed partial class ShardedRecordStore
{
    private const int MaxFeedPage = 10_000;

    /// <inheritdoc/>
    /// <exception cref="NewCitizenException">NC3008: also a position from before the agency was moved; NC3030: all agencies of several shards.</exception>
    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        var (shard, ordinal) = Whole(agency, limit, cancellationToken);
        if (!ShardPositions.TryUnmark(ordinal, after, out var own))
        {
            throw new NewCitizenException(StorageErrors.FeedTrimmed);
        }

        var page = await shard.Changes.ReadChangesAsync(agency, own, limit, cancellationToken).ConfigureAwait(false);
        return new([.. page.Entries.Select(entry => entry with { Position = ShardPositions.Mark(ordinal, entry.Position) })], page.Position == own ? after : ShardPositions.Mark(ordinal, page.Position));
    }

    /// <inheritdoc/>
    /// <exception cref="NewCitizenException">NC3008: a position from before the agency was moved; NC3030: all agencies of several shards.</exception>
    public async ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        var (shard, ordinal) = Whole(agency, limit, cancellationToken);
        if (!ShardPositions.TryUnmark(ordinal, after, out var own))
        {
            throw new NewCitizenException(StorageErrors.FeedTrimmed);
        }

        var page = await shard.Audit.ReadAuditAsync(agency, own, limit, cancellationToken).ConfigureAwait(false);
        return new([.. page.Entries.Select(entry => entry with { Position = ShardPositions.Mark(ordinal, entry.Position) })], page.Position == own ? after : ShardPositions.Mark(ordinal, page.Position));
    }

    private (StoreShard Shard, int Ordinal) Whole(AgencyId? agency, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxFeedPage);
        cancellationToken.ThrowIfCancellationRequested();
        return agency is { } one && (one != AuditCheckpoints.Agency || Shards.Count == 1) ? Route(one) : Shards.Count == 1 ? (Shards[0], 0) : throw new NewCitizenException(StorageErrors.AcrossShards);
    }
}
