using System.Globalization;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Proves the kit: each broken store is caught by the scenario that is there for it, and not because it is broken altogether.</summary>
public sealed class BrokenStoreTests
{
    private static readonly Dictionary<string, (IStoreFixture Fixture, string[] Scenarios)> s_broken = new(StringComparer.Ordinal)
    {
        ["no unique key"] = (new BrokenFixture(() => new WithoutUniqueKey(onlyMultiple: false)), ["UniqueValueHasOneHolder", "UniqueInsideABatch", "ConcurrentClaimsHaveOneWinner"]),
        ["no unique key over several values"] = (new BrokenFixture(() => new WithoutUniqueKey(onlyMultiple: true)), ["UniqueValueHasOneHolder", "RandomStepsMatchTheReference"]),
        ["check, then write"] = (new BrokenFixture(() => new CheckThenWrite()), ["NoUpdateIsLost", "ConcurrentFirstWriteHasOneWinner"]),
        ["batch not atomic"] = (new BrokenFixture(() => new OneByOne()), ["RefusedBatchLeavesNoTrace", "ReadersNeverSeeHalfABatch"]),
        ["tombstones forget versions"] = (new BrokenFixture(() => new ForgetsTombstones()), ["TombstonesKeepTheVersion"]),
        ["replays nothing"] = (new BrokenFixture(() => new ReplaysNothing()), ["RetryGetsTheEarlierAnswer", "ConcurrentRetriesCommitOnce", "RefusedBatchLeavesNoAudit"]),
        ["digest ignored"] = (new BrokenFixture(() => new IgnoresDigest()), ["ReusedKeyIsRefused"]),
        ["key stored after the commit"] = (new BrokenFixture(() => new KeyAfterCommit()), ["ConcurrentRetriesCommitOnce"]),
        ["increment without limit"] = (new BrokenFixture(() => new IncrementsWithoutLimit()), ["CapacityIsNeverExceeded", "IncrementKeepsItsBounds"]),
        ["increment by read and write"] = (new BrokenFixture(() => new IncrementsByReadAndWrite()), ["CapacityIsNeverExceeded"]),
        ["cancellation ignored"] = (new BrokenFixture(() => new IgnoresCancellation()), ["CancelledBeforeWritesNothing"]),
        ["half a commit on cancel"] = (new BrokenFixture(() => new HalfOnCancel()), ["CancelledCommitIsWholeOrUndone"]),
        ["stale reads"] = (new BrokenFixture(() => new StaleReads()), ["ReadsSeeEveryAcknowledgedCommit", "VersionsRiseByOne"]),
        ["several reads, several moments"] = (new BrokenFixture(() => new GetsOneByOne()), ["GetManySeesOneMoment"]),
        ["agency ignored"] = (new BrokenFixture(() => new IgnoresAgency()), ["AgenciesAreApart", "WritesStayInTheirAgency"]),
        ["agency ignored by queries"] = (new BrokenFixture(() => new QueriesAllAgencies()), ["QueriesStayInTheirAgency", "ForgedCursorsLeakNothing"]),
        ["OFFSET paging"] = (new BrokenFixture(() => new OffsetPaging()), ["PagingIsStableUnderWrites"]),
        ["paging loses ties"] = (new BrokenFixture(() => new PagesByValueAlone()), ["PagesByEachOrderedType"]),
        ["culture collation"] = (new BrokenFixture(() => new SortsTextBy(StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: false))), ["TextSortsByUtf8Bytes"]),
        ["UTF-16 order"] = (new BrokenFixture(() => new SortsTextBy(StringComparer.Ordinal)), ["TextSortsByUtf8Bytes"]),
        ["case ignored"] = (new BrokenFixture(() => new IgnoresCase()), ["TextIsComparedOrdinally"]),
        ["closed ranges"] = (new BrokenFixture(() => new ClosedRanges()), ["RangeIsHalfOpen"]),
        ["nulls in an order"] = (new BrokenFixture(() => new SortsNullsFirst()), ["PagesByEachOrderedType", "EmptyIsNotNull"]),
        ["empty text is null"] = (new BrokenFixture(() => new ChangesValues(EmptyToNull)), ["EmptyIsNotNull", "EmptyTextIsUnique"]),
        ["text ends at NUL"] = (new BrokenFixture(() => new ChangesValues(CutAtNul)), ["TextIsKeptExactly"]),
        ["moments in seconds"] = (new BrokenFixture(() => new ChangesValues(CutToSeconds)), ["LimitsOfTypesAreKept"]),
        ["naive feed"] = (new BrokenFixture(() => new NaiveFeed()), ["TailingReaderSkipsNothing"]),
        ["trims silently"] = (new BrokenFixture(() => new TrimsSilently()), ["TrimmedFeedTellsReadersBehind"]),
        ["feed of everybody"] = (new BrokenFixture(() => new FeedOfEverybody()), ["FeedOfOneAgency"]),
        ["events first"] = (new BrokenFixture(() => new EventsFirst()), ["FeedTellsEveryChange"]),
        ["audit of deletes dropped"] = (new BrokenFixture(() => new DropsAuditOfDeletes()), ["AuditOutlivesItsRecord"]),
        ["audit beside the commit"] = (new BrokenFixture(() => new AuditBesideTheCommit()), ["RefusedBatchLeavesNoAudit", "RefusedBatchLeavesNoTrace"]),
        ["wrong audit hash"] = (new BrokenFixture(() => new WrongAuditHash()), ["AuditIsKeptWithItsHash"]),
        ["bulk overwrites"] = (new BrokenFixture(() => new OverwritesInBulk()), ["BulkInsertRefusesAndGoesOn"]),
        ["bulk resurrects"] = (new BrokenFixture(() => new ResurrectsInBulk()), ["BulkLoadRespectsTombstones"]),
        ["copied audit renumbered"] = (new BrokenFixture(() => new RenumbersCopiedAudit()), ["AuditIsCopiedWordForWord"]),
        ["copied audit without epochs"] = (new BrokenFixture(() => new ChangesCopiedAudit(entry => entry with { Position = new(0, (entry.Position.Epoch * 1000) + entry.Position.Sequence) })), ["AuditIsCopiedWordForWord"]),
        ["copied audit hashed again"] = (new BrokenFixture(() => new ChangesCopiedAudit(entry => entry with { Hash = AuditHash.Compute(entry.Entry) })), ["AuditIsCopiedWordForWord"]),
        ["copied audit not compared"] = (new BrokenFixture(() => new TrustsAuditPositions()), ["AuditCopyRefusesAnotherTrail"]),
        ["audit copied once only"] = (new BrokenFixture(() => new CopiesAuditOnce()), ["StoppedAuditCopyGoesOn"]),
        ["bulk drops tombstones"] = (new BrokenFixture(() => new DropsTombstones()), ["BulkLoadsTombstones", "ScanReadsEverythingInOrder"]),
        ["bulk always audits"] = (new BrokenFixture(() => new AlwaysAudits()), ["LoadWithoutAuditLeavesNone"]),
        ["scan of the living"] = (new BrokenFixture(() => new ScansLivingOnly()), ["ScanReadsEverythingInOrder"]),
        ["scan across agencies"] = (new BrokenFixture(() => new ScansById()), ["ScanReadsEverythingInOrder"]),
        ["purge without limit"] = (new BrokenFixture(() => new PurgesWithoutLimit()), ["PurgeEndsRetention"]),
        ["durable in name only"] = (new BrokenFixture(() => new ClaimsDurable(), _ => Task.FromResult<BrokenStore>(new ClaimsDurable())), ["AcknowledgedSurvivesReopening", "NumberingGoesOnAfterReopening", "MaintenanceSurvivesReopening"]),
        ["request keys not durable"] = (new BrokenFixture(() => new ClaimsDurable(), ForgetKeysAsync), ["RequestKeysSurviveReopening"]),
        ["durable without a schema check"] = (new BrokenFixture(() => new ClaimsDurable()), ["ValidateRefusesAnEmptyPlace"]),
    };

    public static TheoryData<string, string> Expected
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, (_, scenarios)) in s_broken)
            {
                foreach (var scenario in scenarios)
                {
                    data.Add(name, scenario);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Names => [.. s_broken.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Scenario_OnBrokenStore_CatchesIt(string broken, string scenario)
    {
        var result = await ConformanceCatalogue.Find(scenario).RunAsync(s_broken[broken].Fixture);
        Assert.Equal(ScenarioOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("threw unexpectedly", result.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("Not finished", result.Note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BrokenStore_InAllElse_Works(string broken) =>
        Assert.Equal(ScenarioOutcome.Passed, (await ConformanceCatalogue.Find("KindsAreApart").RunAsync(s_broken[broken].Fixture)).Outcome);

    private static async Task<BrokenStore> ForgetKeysAsync(BrokenStore store)
    {
        await store.ForgetRequestKeysAsync(Instant.FromUtc(9999, 1, 1, 0, 0), CancellationToken.None);
        return store;
    }

    private static FieldValue EmptyToNull(FieldValue value) => value == FieldValue.Text(string.Empty) ? FieldValue.Null : value;

    private static FieldValue CutAtNul(FieldValue value) =>
        !value.IsNull && !value.IsMany && value.Type == FieldType.Text ? FieldValue.Text(value.AsText().Split('\0')[0]) : value;

    private static FieldValue CutToSeconds(FieldValue value) =>
        !value.IsNull && !value.IsMany && value.Type == FieldType.Instant ? FieldValue.Instant(Instant.FromUnixTimeSeconds(value.AsInstant().ToUnixTimeSeconds())) : value;
}
