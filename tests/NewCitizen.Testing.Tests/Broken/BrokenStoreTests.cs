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
        ["check, then write"] = (new BrokenFixture(() => new CheckThenWrite()), ["NoUpdateIsLost", "ConcurrentFirstWriteHasOneWinner", "ListsLoseNoAppend", "RegistersBehaveAsOneCopy"]),
        ["batch not atomic"] = (new BrokenFixture(() => new OneByOne()), ["RefusedBatchLeavesNoTrace", "ReadersNeverSeeHalfABatch", "FailureAtEveryStepLeavesAllOrNothing"]),
        ["tombstones forget versions"] = (new BrokenFixture(() => new ForgetsTombstones()), ["TombstonesKeepTheVersion"]),
        ["replays nothing"] = (new BrokenFixture(() => new ReplaysNothing()), ["RetryGetsTheEarlierAnswer", "ConcurrentRetriesCommitOnce", "RefusedBatchLeavesNoAudit", "FaultAtEveryCallHasOneEffect", "UnknownIsResolvedByItsKey", "LostAnswersCountOnce", "HistoryHoldsWhileCallsFail"]),
        ["digest ignored"] = (new BrokenFixture(() => new IgnoresDigest()), ["ReusedKeyIsRefused", "UnknownIsResolvedByItsKey"]),
        ["key stored after the commit"] = (new BrokenFixture(() => new KeyAfterCommit()), ["ConcurrentRetriesCommitOnce", "LostAnswersCountOnce"]),
        ["increment without limit"] = (new BrokenFixture(() => new IncrementsWithoutLimit()), ["CapacityIsNeverExceeded", "IncrementKeepsItsBounds"]),
        ["increment by read and write"] = (new BrokenFixture(() => new IncrementsByReadAndWrite()), ["CapacityIsNeverExceeded", "IncrementsAndPutsDoNotUndoEachOther", "IncrementDoesNotOverflow"]),
        ["cancellation ignored"] = (new BrokenFixture(() => new IgnoresCancellation()), ["CancelledBeforeWritesNothing"]),
        ["half a commit on cancel"] = (new BrokenFixture(() => new HalfOnCancel()), ["CancelledCommitIsWholeOrUndone", "CancellationAtEveryStepIsWholeOrUndone"]),
        ["stale reads"] = (new BrokenFixture(() => new StaleReads()), ["ReadsSeeEveryAcknowledgedCommit", "VersionsRiseByOne", "RegistersBehaveAsOneCopy"]),
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
        ["naive feed"] = (new BrokenFixture(() => new NaiveFeed()), ["TailingReaderSkipsNothing", "SlowTransactionsAreNotSkipped", "LargeAndSmallCommitsAreNotSkipped"]),
        ["trims silently"] = (new BrokenFixture(() => new TrimsSilently()), ["TrimmedFeedTellsReadersBehind", "TrimNeverReachesTheFuture"]),
        ["trim clears request keys"] = (new BrokenFixture(() => new TrimsKeysToo()), ["RandomStepsAndTrimsMatchTheReference"]),
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
        ["Exists taken for Any"] = (new BrokenFixture(() => Twists.ExistsIsAny()), ["PreconditionsAreChecked"]),
        ["checks skipped"] = (new BrokenFixture(() => Twists.SkipsChecks()), ["ChecksGuardABatch"]),
        ["buries what never was"] = (new BrokenFixture(() => Twists.BuriesWhatNeverWas()), ["DeletingNothingWritesNothing"]),
        ["bodies cut at 64 KiB"] = (new BrokenFixture(() => Twists.CutsBodies()), ["LongBodyIsKept"]),
        ["keys in lower case"] = (new BrokenFixture(() => Twists.LowerCaseKeys()), ["KeysBelongToTheirAgency"]),
        ["batches of audit alone ignored"] = (new BrokenFixture(() => Twists.IgnoresEmptyBatches()), ["BatchWithoutOperationsCommits"]),
        ["decides on what was before the batch"] = (new BrokenFixture(() => Twists.DecidesOnWhatWas()), ["OperationsSeeEarlierOnes", "FaultAtEveryCallHasOneEffect"]),
        ["increment creates"] = (new BrokenFixture(() => Twists.IncrementCreates()), ["IncrementNeedsALivingRecord"]),
        ["null is a unique value"] = (new BrokenFixture(() => Twists.NullIsOneValue()), ["NullIsNotUnique"]),
        ["unique values never free"] = (new BrokenFixture(() => Twists.NeverFreesValues()), ["UniqueValueIsReleased", "TombstonesAreSeenNowhere"]),
        ["refused keys used up"] = (new BrokenFixture(() => Twists.UsesUpRefusedKeys()), ["RefusedRequestMayTryAgain"]),
        ["failure reported as committed"] = (new BrokenFixture(() => Twists.ReportsFailuresAsCommitted()), ["FailureAtEveryStepLeavesAllOrNothing"]),
        ["committed reported as not written"] = (new BrokenFixture(() => Twists.ReportsCommittedAsUnavailable()), ["FailureAtEveryStepLeavesAllOrNothing"]),
        ["ids in .NET order"] = (new BrokenFixture(() => Twists.IdsInDotNetOrder()), ["PagesById"]),
        ["conditions on the first page only"] = (new BrokenFixture(() => Twists.ConditionsOnTheFirstPageOnly()), ["PagesWithFilters"]),
        ["first condition only"] = (new BrokenFixture(() => Twists.FirstConditionOnly()), ["AllConditionsHold"]),
        ["first value only"] = (new BrokenFixture(() => Twists.FirstValueOnly()), ["InFindsAnyOfTheValues"]),
        ["full pages have a next one"] = (new BrokenFixture(() => Twists.FullPagesHaveNext()), ["LastPageHasNoNext"]),
        ["cursor needs its record"] = (new BrokenFixture(() => Twists.CursorNeedsItsRecord()), ["CursorOutlivesItsRecord"]),
        ["feed repeats entries"] = (new BrokenFixture(() => Twists.RepeatsTheLastEntry()), ["FeedResumesAnywhere"]),
        ["feed without deletes"] = (new BrokenFixture(() => Twists.FeedWithoutDeletes()), ["RandomStepsAtOnceLeaveASoundStore"]),
        ["deletes an id in every kind"] = (new BrokenFixture(() => Twists.DeletesInEveryKind()), ["KindsAreApart"]),
        ["feed ignores epochs"] = (new BrokenFixture(() => Twists.IgnoresEpochs()), ["ForgedPositionsLeakNothing"]),
        ["feed takes any limit"] = (new BrokenFixture(() => Twists.TakesAnyLimit()), ["FeedLimitsAreChecked"]),
        ["trail jumps over entries"] = (new BrokenFixture(() => Twists.JumpsInTheTrail()), ["TailingAuditorSkipsNothing"]),
        ["trail of everybody"] = (new BrokenFixture(() => Twists.TrailOfEverybody()), ["AuditOfOneAgency"]),
        ["bulk counts versions itself"] = (new BrokenFixture(() => Twists.CountsVersionsItself()), ["BulkLoadKeepsVersions"]),
        ["bulk never replaces"] = (new BrokenFixture(() => Twists.NeverReplaces()), ["BulkUpsertTakesHigherVersions"]),
        ["bulk goes on when stopped"] = (new BrokenFixture(() => Twists.LoadsOnWhenStopped()), ["StoppedLoadGoesOn"]),
        ["bulk accounts for nothing"] = (new BrokenFixture(() => Twists.AccountsForNothing()), ["LoadOfNothingLeavesNothing"]),
        ["bulk one by one"] = (new BrokenFixture(() => Twists.LoadsOneByOne()), ["FailureInALoadLeavesWholeChunks"]),
        ["bulk looks before it writes"] = (new BrokenFixture(() => Twists.LooksBeforeLoading()), ["LoadsAndCommitsAtOnceHaveOneWinner"]),
        ["purge clears"] = (new BrokenFixture(() => Twists.PurgesByClearing()), ["TombstonesAreSeenNowhere", "PurgeEndsRetention"]),
        ["purge one by one"] = (new BrokenFixture(() => Twists.PurgesOneByOne()), ["FailureInAPurgeLeavesAllOrNothing", "PurgeEndsRetention"]),
        ["purge takes anything"] = (new BrokenFixture(() => Twists.PurgesAnything()), ["PurgeChecksItsRequest"]),
        ["purge without tombstones"] = (new BrokenFixture(() => Twists.PurgesWithoutTombstones()), ["PurgeEndsRetention", "TombstonesAreSeenNowhere"]),
        ["all request keys forgotten"] = (new BrokenFixture(() => Twists.ForgetsAllKeys()), ["RequestKeysAreForgottenByAge"]),
        ["check counts tombstones"] = (new BrokenFixture(() => Twists.CountsTombstones()), ["CheckFindsAUsedStoreSound"]),
        ["prepares once"] = (new BrokenFixture(() => Twists.PreparesOnce()), ["PreparingTwiceIsSafe"]),
        ["script names twice"] = (new BrokenFixture(() => Twists.NamesScriptsTwice()), ["SchemaReportNamesScripts"]),
        ["small batches"] = (new BrokenFixture(() => Twists.SmallBatches()), ["LimitsHold"]),
        ["index entries never go"] = (new BrokenFixture(() => new NeverUnindexes()), ["EqualFindsEveryType", "MembershipInSeveralValues"]),
        ["increment outside indexes"] = (new BrokenFixture(() => new IncrementsOutsideIndexes()), ["IncrementMovesIndexEntries"]),
        ["bodies borrowed"] = (new BrokenFixture(() => new BorrowsBodies()), ["CommittedBodyIsOwn"]),
        ["acknowledged and lost"] = (new BrokenFixture(() => new LosesCommits()), ["ReadsSeeEveryAcknowledgedCommit", "RegistersBehaveAsOneCopy", "ListsLoseNoAppend"]),
        ["bytes lose trailing zeros"] = (new BrokenFixture(() => new ChangesValues(CutZeros)), ["BytesAreKeptAndSorted"]),
        ["scripts of a release gone"] = (new BrokenFixture(() => new Twisted(), released: new BrokenReleases(() => new Twisted(), _ => Task.CompletedTask, new SchemaScript("0001_gone", "gone"))), ["ReleasedScriptsNeverChange"]),
        ["migration forgets request keys"] = (new BrokenFixture(() => new Twisted(), released: new BrokenReleases(() => new Twisted(), ForgetKeysAsync)), ["EveryReleaseMigrates"]),
        ["migration forgets versions"] = (new BrokenFixture(() => new ForgetsTombstones(), released: new BrokenReleases(() => new ForgetsTombstones(), _ => Task.CompletedTask)), ["EveryReleaseMigrates", "ReleasedDataIsWhatIsWritten"]),
        ["durable in name only"] = (new BrokenFixture(() => new ClaimsDurable(), _ => Task.FromResult<BrokenStore>(new ClaimsDurable())), ["AcknowledgedSurvivesReopening", "NumberingGoesOnAfterReopening", "MaintenanceSurvivesReopening", "CopiesSurviveReopening"]),
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
        Assert.Equal(ScenarioOutcome.Passed, (await ConformanceCatalogue.Find(s_broken[broken].Scenarios.Contains("KindsAreApart", StringComparer.Ordinal) ? "VersionsRiseByOne" : "KindsAreApart").RunAsync(s_broken[broken].Fixture)).Outcome);

    /// <summary>A scenario that no broken store fails may be empty: it is either needed here or proven where other processes can be started.</summary>
    [Fact]
    public void Scenarios_OfTheCatalogue_AreEachNeededByABrokenStore()
    {
        string[] elsewhere = ["KilledWriterLosesNothing", "TwoProcessesShareOneCapacity", "TwoProcessesSendOneRequest"];
        var needed = s_broken.Values.SelectMany(broken => broken.Scenarios).Concat(elsewhere).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], ConformanceCatalogue.All.Select(scenario => scenario.Name).Where(name => !needed.Contains(name)));
        Assert.Equal([], needed.Where(name => ConformanceCatalogue.All.All(scenario => scenario.Name != name)));
        var tests = File.ReadAllText(Path.Combine(Conformance.EveryStoreRunsTheKitTests.Root(), "tests/NewCitizen.Storage.Sqlite.Tests/Processes/BrokenWriterTests.cs"));
        Assert.All(elsewhere, name => Assert.Contains($"\"{name}\"", tests, StringComparison.Ordinal));
    }

    private static async Task<BrokenStore> ForgetKeysAsync(BrokenStore store)
    {
        await store.ForgetRequestKeysAsync(Instant.FromUtc(9999, 1, 1, 0, 0), CancellationToken.None);
        return store;
    }

    private static FieldValue EmptyToNull(FieldValue value) => value == FieldValue.Text(string.Empty) ? FieldValue.Null : value;

    private static FieldValue CutZeros(FieldValue value) =>
        !value.IsNull && !value.IsMany && value.Type == FieldType.Bytes ? FieldValue.Bytes(value.AsBytes().AsSpan().TrimEnd((byte)0).ToArray()) : value;

    private static FieldValue CutAtNul(FieldValue value) =>
        !value.IsNull && !value.IsMany && value.Type == FieldType.Text ? FieldValue.Text(value.AsText().Split('\0')[0]) : value;

    private static FieldValue CutToSeconds(FieldValue value) =>
        !value.IsNull && !value.IsMany && value.Type == FieldType.Instant ? FieldValue.Instant(Instant.FromUnixTimeSeconds(value.AsInstant().ToUnixTimeSeconds())) : value;
}
