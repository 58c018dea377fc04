using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Storage.Sharding;

public sealed class ShardedRecordStoreTests
{
    private static readonly AgencyId s_west = AgencyId.Parse("west");
    private static readonly AgencyId s_south = AgencyId.Parse("south");
    private static readonly AccessContext s_mover = new(s_west, "dba");
    private static readonly FakeClock s_clock = new(Instant.FromUtc(2026, 3, 2, 1, 0));
    private static readonly RecordKind s_kind = new("thing", "x", [new("code", FieldType.Text, "x")], [new("code", IndexType.Unique)]);

    [Fact]
    public async Task ReadChangesAsync_OfAllAgencies_IsRefusedAndEachShardAnswersForItself()
    {
        var store = Open();
        await PutAsync(store, s_west, 1);
        await PutAsync(store, s_south, 1);
        Assert.Equal(StorageErrors.AcrossShards, (await Assert.ThrowsAsync<NewCitizenException>(async () => await store.ReadChangesAsync(null, default, 10, default))).Code);
        Assert.Equal(StorageErrors.AcrossShards, (await Assert.ThrowsAsync<NewCitizenException>(async () => await store.ReadAuditAsync(null, default, 10, default))).Code);
        foreach (var shard in store.Shards)
        {
            Assert.Single((await shard.Changes.ReadChangesAsync(null, default, 10, default)).Entries);
        }
    }

    [Fact]
    public async Task SystemAgency_OfSeveralShards_HasCheckpointsOnEachAndTheRestOnTheFirst()
    {
        var store = Open();
        var key = new RecordKey(AuditCheckpoints.Agency, AuditCheckpoints.Kind, Id(1));
        Assert.Equal(StorageErrors.AcrossShards, (await Assert.ThrowsAsync<NewCitizenException>(async () => await store.GetAsync(key, default))).Code);
        await PutAsync(store, AuditCheckpoints.Agency, 1);
        Assert.NotNull(await store.Shards[0].Records.GetAsync(new RecordKey(AuditCheckpoints.Agency, s_kind, Id(1)), default));
    }

    [Fact]
    public async Task AuditSequencers_OverShards_SignEachLogByItself()
    {
        var store = Open();
        using var keys = new EphemeralKeyRing();
        foreach (var (agency, count) in new[] { (s_west, 3), (s_south, 5) })
        {
            for (var i = 0; i < count; i++)
            {
                await store.CommitAsync(new WriteBatch(agency).AddAudit(new AccessContext(agency, "clerk").Entry(s_clock, "test")), default);
            }
        }

        var progress = await new AuditSequencers(store, keys, s_clock).RunAsync(flush: true, default);
        Assert.Equal([3L, 5L], progress.Select(one => one.Last!.Size));
        foreach (var (shard, one) in store.Shards.Zip(progress))
        {
            var verified = await new AuditVerifier(shard.Records, shard.Audit, keys.AuditPublicKeys).VerifyAsync([one.Last!], default);
            Assert.Empty(verified.Problems);
        }
    }

    [Fact]
    public async Task MoveAsync_WhileTheAgencyWorks_LosesNothingAndKeepsVersions()
    {
        var maps = new FixedShardMap(Map());
        var store = Open(maps);
        var mover = new AgencyMover(store, [s_kind], s_clock);
        for (var i = 0; i < 300; i++)
        {
            await PutAsync(store, s_west, i);
        }

        await store.CommitAsync(new WriteBatch(s_west).Delete(s_kind, Id(7), ExpectedVersion.Exists), default);
        var acknowledged = new Dictionary<int, long>();
        var refused = 0;
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i = (i + 1) % 250)
            {
                try
                {
                    acknowledged[i + 20] = await PutAsync(store, s_west, i + 20);
                }
                catch (StoreUnavailableException sealedNow) when (sealedNow.Code == StorageErrors.AgencySealed)
                {
                    refused++;
                }

                await Task.Yield();
            }
        });
        var report = await mover.MoveAsync(s_mover, "b", default);
        await Task.Delay(20);
        await stop.CancelAsync();
        await writer;

        Assert.Equal(("a", "b", 2L, "b"), (report.Move.From, report.Move.To, report.Move.Version, store.Map.ShardOf(s_west)));
        Assert.Equal(300, report.Verified);
        foreach (var (number, version) in acknowledged)
        {
            Assert.True((await store.GetAsync(Key(number), default))!.Version >= version, $"record {number}, {refused} refusals");
        }

        Assert.Equal(3, await PutAsync(store, s_west, 7));
        Assert.Equal(1, (await store.GetAsync(Key(290), default))!.Version);
    }

    [Fact]
    public async Task CommitAsync_WithAnOldMap_IsSentOnAndNeverWritesWhereTheAgencyWas()
    {
        // Two processes over the same shards; the second does not hear of the move.
        var mine = new FixedShardMap(Map());
        var first = Open(mine);
        var stale = new StaleMap(Map(), mine);
        var second = new ShardedRecordStore(first.Shards, stale);
        await PutAsync(first, s_west, 1);
        await new AgencyMover(first, [s_kind], s_clock).MoveAsync(s_mover, "b", default);

        Assert.Equal("a", second.Map.ShardOf(s_west));
        Assert.Equal(2, await PutAsync(second, s_west, 1));
        Assert.Equal("b", second.Map.ShardOf(s_west));
        Assert.Equal(1, (await first.Shards[0].Records.GetAsync(Key(1), default))!.Version);
        Assert.Equal(2, (await first.GetAsync(Key(1), default))!.Version);
    }

    [Fact]
    public async Task ReadChangesAsync_WithAPositionFromBeforeAMove_IsRefusedInsteadOfSkipping()
    {
        var store = Open();
        for (var i = 0; i < 5; i++)
        {
            await PutAsync(store, s_west, i);
        }

        var before = (await store.ReadChangesAsync(s_west, default, 100, default)).Position;
        await new AgencyMover(store, [s_kind], s_clock).MoveAsync(s_mover, "b", default);
        Assert.Equal(StorageErrors.FeedTrimmed, (await Assert.ThrowsAsync<NewCitizenException>(async () => await store.ReadChangesAsync(s_west, before, 10, default))).Code);
        Assert.Equal(5, (await store.ReadChangesAsync(s_west, default, 100, default)).Entries.Count(entry => entry.Kind == "thing"));
    }

    [Fact]
    public async Task AbortAsync_AfterASeal_LetsTheAgencyWriteAgain()
    {
        var store = Open();
        await PutAsync(store, s_west, 1);
        await store.Shards[0].Records.CommitAsync(ShardSeals.Write(s_west, ShardSeals.SealId, "sealed", "b"), default);
        Assert.Equal(StorageErrors.AgencySealed, (await Assert.ThrowsAsync<StoreUnavailableException>(async () => await PutAsync(store, s_west, 1))).Code);
        Assert.Equal(1, await PutAsync(store, s_south, 1));
        await new AgencyMover(store, [s_kind], s_clock).AbortAsync(s_mover, default);
        Assert.Equal(2, await PutAsync(store, s_west, 1));
    }

    [Fact]
    public async Task ForgetAsync_TheOldCopy_ErasesItAndBarsTheWayBack()
    {
        var store = Open();
        for (var i = 0; i < 200; i++)
        {
            await PutAsync(store, s_west, i);
        }

        var mover = new AgencyMover(store, [s_kind], s_clock);
        await Assert.ThrowsAsync<NewCitizenException>(async () => await mover.ForgetAsync(s_mover, "a", default));
        await mover.MoveAsync(s_mover, "b", default);
        Assert.Equal(200, (await ScanAsync(store)).Count);
        Assert.Equal(200, await mover.ForgetAsync(s_mover, "a", default));
        Assert.Null(await store.Shards[0].Records.GetAsync(Key(1), default));
        Assert.NotNull(await store.GetAsync(Key(1), default));
        Assert.Equal(200, (await ScanAsync(store)).Count(record => !record.IsTombstone));
        Assert.Equal(StorageErrors.MoveRefused, (await Assert.ThrowsAsync<NewCitizenException>(async () => await mover.MoveAsync(s_mover, "a", default))).Code);
    }

    [Fact]
    public async Task MoveAsync_ThereAndBack_BringsWhatChangedMeanwhile()
    {
        var store = Open();
        await PutAsync(store, s_west, 1);
        await PutAsync(store, s_west, 2);
        var mover = new AgencyMover(store, [s_kind], s_clock);
        await mover.MoveAsync(s_mover, "b", default);
        Assert.Equal(2, await PutAsync(store, s_west, 2));
        await mover.MoveAsync(s_mover, "a", default);
        Assert.Equal(["a>b", "b>a"], store.Map.Moves.Select(move => $"{move.From}>{move.To}"));
        Assert.Equal(2, (await store.GetAsync(Key(2), default))!.Version);
        Assert.Equal(3, await PutAsync(store, s_west, 2));
    }

    private static ShardMap Map() => new(["a", "b"], new Dictionary<AgencyId, string> { [s_west] = "a", [s_south] = "b" });

    private static ShardedRecordStore Open(FixedShardMap? maps = null) => maps is null
        ? ShardedFixture.Open(Map())
        : new([.. maps.Current.Shards.Select(name => StoreShard.From(name, new NewCitizen.Testing.InMemory.InMemoryRecordStore(s_clock)))], maps);

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    private static RecordKey Key(int number) => new(s_west, s_kind, Id(number));

    private static async Task<long> PutAsync(ShardedRecordStore store, AgencyId agency, int number)
    {
        var result = await store.CommitAsync(new WriteBatch(agency).Put(s_kind, Id(number), ExpectedVersion.Any, [FieldValue.Text($"c{number}")], default), default);
        Assert.Equal(CommitStatus.Committed, result.Status);
        return result.Versions.Single();
    }

    private static async Task<List<StoredRecord>> ScanAsync(ShardedRecordStore store)
    {
        var all = new List<StoredRecord>();
        while (await store.ScanAsync(s_kind, all.Count == 0 ? null : all[^1].Key, 7, default) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    /// <summary>A map that is looked at again only when it is asked to.</summary>
    private sealed class StaleMap(ShardMap first, IShardMapSource newest) : IShardMapSource
    {
        public ShardMap Current { get; private set; } = first;

        public ValueTask<ShardMap> RefreshAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current = newest.Current);

        public ValueTask<bool> TryReplaceAsync(ShardMap next, CancellationToken cancellationToken) => newest.TryReplaceAsync(next, cancellationToken);
    }
}
