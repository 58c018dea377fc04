using NewCitizen.Agencies;
using NewCitizen.Storage.Sharding;

namespace NewCitizen.Storage.Sqlite.Tests.Sharding;

/// <summary>One agency through the router, all agencies from the first shard, in positions as the router tells them: its number in the upper 16 bits of the epoch.</summary>
internal sealed class FirstShardFeed(ShardedRecordStore store) : IChangeFeed
{
    private const long First = 1L << 48;

    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        if (agency is not null)
        {
            return await store.ReadChangesAsync(agency, after, limit, cancellationToken);
        }

        var page = await store.Shards[0].Changes.ReadChangesAsync(null, after == FeedPosition.Start ? after : after with { Epoch = after.Epoch - First }, limit, cancellationToken);
        return new([.. page.Entries.Select(entry => entry with { Position = Mark(entry.Position) })], Mark(page.Position));
    }

    private static FeedPosition Mark(FeedPosition position) => position == FeedPosition.Start ? position : position with { Epoch = position.Epoch + First };
}
