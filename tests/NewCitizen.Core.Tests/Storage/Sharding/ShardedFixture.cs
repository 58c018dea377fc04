using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Storage.Sharding;

/// <summary>Three in-memory shards. The two agencies of the kit are on different ones, so that every promise has to hold across a border.</summary>
public sealed class ShardedFixture : IStoreFixture
{
    private const string Reason = "several shards have no feed or trail of all agencies in one order: it is refused (NC3030), each shard has its own";

    /// <summary>The scenarios that read the whole feed or trail; each runs on <see cref="OneShardFixture"/> without a deviation.</summary>
    public static IReadOnlyList<string> WholeFeed { get; } =
    [
        "AuditCopyRefusesAnotherTrail",
        "AuditIsCopiedWordForWord",
        "AuditIsKeptWithItsHash",
        "AuditOfOneAgency",
        "AuditOutlivesItsRecord",
        "BatchWithoutOperationsCommits",
        "BulkInsertRefusesAndGoesOn",
        "BulkLoadKeepsVersions",
        "BulkLoadsTombstones",
        "CancelledBeforeWritesNothing",
        "CancelledCommitIsWholeOrUndone",
        "DeletingNothingWritesNothing",
        "FeedLimitsAreChecked",
        "FeedResumesAnywhere",
        "FeedTellsEveryChange",
        "ForgedPositionsLeakNothing",
        "KeysBelongToTheirAgency",
        "LargeAndSmallCommitsAreNotSkipped",
        "LoadOfNothingLeavesNothing",
        "LoadWithoutAuditLeavesNone",
        "OperationsSeeEarlierOnes",
        "PurgeEndsRetention",
        "RandomStepsAndTrimsMatchTheReference",
        "RefusedBatchLeavesNoAudit",
        "RefusedBatchLeavesNoTrace",
        "RetryGetsTheEarlierAnswer",
        "StoppedAuditCopyGoesOn",
        "StoppedLoadGoesOn",
        "TailingAuditorSkipsNothing",
        "TailingReaderSkipsNothing",
        "TrimNeverReachesTheFuture",
        "TrimmedFeedTellsReadersBehind",
    ];

    public IReadOnlyList<StoreDeviation> Deviations { get; } = [.. WholeFeed.Select(scenario => new StoreDeviation(scenario, Reason))];

    public static ShardedRecordStore Open(ShardMap map)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        return new([.. map.Shards.Select(name => StoreShard.From(name, new InMemoryRecordStore(clock)))], new FixedShardMap(map));
    }

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(StoreUnderTest.From(
        Open(new ShardMap(["a", "b", "c"], new Dictionary<AgencyId, string> { [AgencyId.Parse("teda")] = "a", [AgencyId.Parse("hangu")] = "c" }))));
}
