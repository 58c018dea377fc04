using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage.Copying;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Storage.Sqlite.Tests.Copying;

public sealed class StoreCopierTests : IDisposable
{
    private static readonly IReadOnlyList<RecordKind> s_kinds = [Samples.Person, AuditCheckpoints.Kind];
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Ways => new() { { "sqlite", "memory" }, { "memory", "sqlite" }, { "sqlite", "sqlite" } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Copy_UsedStore_HoldsAllWithVersionsTombstonesAndSignatures(string from, string to)
    {
        var (source, target) = (await MakeAsync(from, "a.db"), await MakeAsync(to, "b.db"));
        var (ring, anchor) = await FillAsync(source);
        var report = await CopyAsync(source, target);
        Assert.True(report.IsComplete);
        Assert.Equal(1201 + 5, report.Records);
        Assert.Equal(report.Comparison!.Source.AuditRoot, report.Comparison.Target.AuditRoot);
        Assert.Equal((1199 + 5L, 2L), (report.Comparison.Target.Living, report.Comparison.Target.Tombstones));
        Assert.Equal(3, report.Comparison.Target.Kinds.Count);

        // Erased stays erased, and its version goes on.
        Assert.Null(await target.Records.GetAsync(Samples.Key(5), CancellationToken.None));
        var old = await target.Bulk.LoadAsync(Samples.StreamAsync(5, 1), BulkMode.Upsert, static _ => null, CancellationToken.None);
        Assert.Equal(CommitStatus.Conflict, Assert.Single(old.Refused).Reason);
        Assert.Equal(3, (await target.Records.CommitAsync(Samples.Put(5), CancellationToken.None)).Versions[0]);

        var verified = await new AuditVerifier(target.Records, target.Audit, ring.AuditPublicKeys).VerifyAsync([anchor], CancellationToken.None);
        Assert.True(verified.IsIntact);
        Assert.Equal(1200, verified.SignedEntries);
        Assert.Empty((await ((IStoreMaintenance)target.Records).CheckAsync(CancellationToken.None)).Problems);
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_StoppedAnywhere_GoesOn()
    {
        var (source, target) = (await MakeAsync("sqlite", "a.db"), await MakeAsync("sqlite", "b.db"));
        await FillAsync(source);
        var written = 0L;
        for (var stop = 0; ; stop++)
        {
            using var cancel = new CancellationTokenSource();
            var stopping = target with { Bulk = new StoppingLoader(target.Bulk, cancel, 130 * stop) };
            try
            {
                var report = await CopyAsync(source, stopping, cancel.Token);
                Assert.True(report.IsComplete);
                Assert.True(stop > 4);
                Assert.True(report.Records <= 1206 - written);
                break;
            }
            catch (OperationCanceledException)
            {
                var held = await new StoreComparer(s_kinds).DigestAsync(target, null, CancellationToken.None);
                Assert.InRange(held.Living + held.Tombstones, written, 1206);
                written = held.Living + held.Tombstones;
            }
        }

        var again = await CopyAsync(source, target);
        Assert.True(again.IsComplete);
        Assert.Equal((0, 0), (again.Records, again.AuditEntries));
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_SourceInUse_SaysSoAndCatchesUp()
    {
        var (source, target) = (await MakeAsync("sqlite", "a.db"), await MakeAsync("memory", ""));
        await FillAsync(source);
        var writing = source with { Bulk = new WritingScanner(source) };
        var first = await CopyAsync(writing, target);
        Assert.True(first.SourceChanged);
        Assert.False(first.IsComplete);
        var second = await CopyAsync(source, target);
        Assert.Empty(second.Comparison!.Differences);
        Assert.False(second.SourceChanged);
        Assert.True(second.IsComplete);
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_FeedTrimmed_StillTellsWhetherSomebodyWrote()
    {
        var (source, target) = (await MakeAsync("sqlite", "a.db"), await MakeAsync("memory", ""));
        await FillAsync(source);
        await ((IStoreMaintenance)source.Records).TrimChangesAsync(new FeedPosition(0, 700), CancellationToken.None);
        Assert.True((await CopyAsync(source with { Bulk = new WritingScanner(source) }, target)).SourceChanged);
        await ((IStoreMaintenance)source.Records).TrimChangesAsync(new FeedPosition(0, 700_000), CancellationToken.None);
        Assert.True((await CopyAsync(source, target)).IsComplete);
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_UniqueValuesHandedRoundMeanwhile_SettlesThem()
    {
        var (source, target) = (await MakeAsync("memory", ""), await MakeAsync("sqlite", "b.db"));
        for (var i = 0; i < 6; i++)
        {
            await PutAsync(i, i);
        }

        Assert.True((await CopyAsync(source, target)).IsComplete);

        // A ring of three, a pair, and one that takes the value of an erased record.
        await PutAsync(0, 100);
        await PutAsync(2, 0);
        await PutAsync(1, 2);
        await PutAsync(0, 1);
        await PutAsync(4, 100);
        await PutAsync(3, 4);
        await PutAsync(4, 3);
        await source.Records.CommitAsync(new WriteBatch(Samples.Teda).Delete(Samples.Person, Samples.Id(5), ExpectedVersion.Any).Put(Samples.Person, Samples.Id(6), default, Samples.Fields(5), Samples.Body()), CancellationToken.None);
        var report = await CopyAsync(source, target);
        Assert.Empty(report.Comparison!.Differences);
        Assert.True(report.IsComplete);
        Assert.Empty((await ((IStoreMaintenance)target.Records).CheckAsync(CancellationToken.None)).Problems);
        await CloseAsync(source, target);

        async Task PutAsync(int id, int number) => Assert.True((await source.Records.CommitAsync(
            new WriteBatch(Samples.Teda).Put(Samples.Person, Samples.Id(id), default, Samples.Fields(number), Samples.Body()), CancellationToken.None)).IsDurable);
    }

    [Fact]
    public async Task Copy_TargetWithATrailOfItsOwn_IsRefusedBeforeAnythingIsWritten()
    {
        var (source, target) = (await MakeAsync("memory", ""), await MakeAsync("sqlite", "b.db"));
        await FillAsync(source);
        await target.Records.CommitAsync(new WriteBatch(Samples.Hangu).AddAudit(Samples.Audit() with { Agency = Samples.Hangu }), CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<NewCitizenException>(() => CopyAsync(source, target));
        Assert.Equal(StorageErrors.AuditTrailDiffers, refusal.Code);
        Assert.Empty(await target.Bulk.ScanAsync(Samples.Person, null, 10, CancellationToken.None));
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_KindsNotGiven_IsRefused()
    {
        var (source, target) = (await MakeAsync("sqlite", "a.db"), await MakeAsync("memory", ""));
        await CloseAsync(source);
        source = StoreSide.Of(await _folder.OpenAsync([Samples.Person], SchemaMode.Validate, "a.db"));
        var refusal = await Assert.ThrowsAsync<NewCitizenException>(() => new StoreCopier(source, target, [Samples.Person]).CopyAsync(false, null, null, CancellationToken.None).AsTask());
        Assert.Equal(StorageErrors.KindsUnknown, refusal.Code);
        Assert.Equal(["audit_checkpoint"], refusal.Arguments);
        await CloseAsync(source, target);
    }

    [Fact]
    public async Task Copy_WithNote_WritesItOnceAndOnlyWhenComplete()
    {
        var (source, target) = (await MakeAsync("memory", ""), await MakeAsync("sqlite", "b.db"));
        await FillAsync(source);
        var copier = new StoreCopier(source, target, s_kinds);
        Assert.Null((await copier.CopyAsync(compare: false, Note, null, CancellationToken.None)).Comparison);
        Assert.Equal(0, (await new StoreComparer(s_kinds).CompareAsync(source, target, null, CancellationToken.None)).AuditAhead);
        for (var i = 0; i < 2; i++)
        {
            Assert.True((await copier.CopyAsync(compare: true, Note, null, CancellationToken.None)).IsComplete);
            Assert.Equal(1, (await new StoreComparer(s_kinds).CompareAsync(source, target, null, CancellationToken.None)).AuditAhead);
        }

        await source.Records.CommitAsync(new WriteBatch(Samples.Teda).AddAudit(Samples.Audit()), CancellationToken.None);
        Assert.Equal(StorageErrors.AuditTrailDiffers, (await Assert.ThrowsAsync<NewCitizenException>(() => CopyAsync(source, target))).Code);
        await CloseAsync(source, target);

        static AuditEntry Note(StoreCopyReport report) => Samples.Audit($$"""{"records":{{report.Records}}}""");
    }

    [Fact]
    public async Task Compare_StoresThatDiffer_NamesEachPlaceAndNoValue()
    {
        var (source, target) = (await MakeAsync("memory", ""), await MakeAsync("sqlite", "b.db"));
        await FillAsync(source);
        await CopyAsync(source, target);
        await target.Records.CommitAsync(new WriteBatch(Samples.Teda).Delete(Samples.Person, Samples.Id(10), default), CancellationToken.None);
        await target.Records.CommitAsync(Samples.Put(20), CancellationToken.None);
        await target.Records.CommitAsync(Samples.Put(9000), CancellationToken.None);
        await source.Records.CommitAsync(Samples.Put(9001), CancellationToken.None);
        Plain.Execute(_folder.File("b.db"), "UPDATE person SET name = '李四' WHERE rowid = 300");
        Plain.Execute(_folder.File("b.db"), "UPDATE person SET phones = '[]' WHERE rowid = 310");
        Plain.Execute(_folder.File("b.db"), "UPDATE person SET body = '{}' WHERE rowid = 320");
        Plain.Execute(_folder.File("b.db"), "UPDATE audit_entry SET actor = 'nobody' WHERE position = 44");
        Plain.Execute(_folder.File("b.db"), "DELETE FROM audit_entry WHERE position = 55");
        Plain.Execute(_folder.File("b.db"), "INSERT INTO audit_entry SELECT 0, 1210, agency, at, actor, action, subject_kind, subject_id, purpose, details, hash FROM audit_entry WHERE position = 2");
        var found = await new StoreComparer(s_kinds).CompareAsync(source, target, null, CancellationToken.None);
        Assert.False(found.AreEqual);
        Assert.Equal(
            [
                (DifferenceType.Version, 2), (DifferenceType.Missing, 1), (DifferenceType.Added, 1), (DifferenceType.Content, 3),
            ],
            found.Differences.Where(difference => difference.Record is not null).GroupBy(difference => difference.Type).Select(group => (group.Key, group.Count())).OrderBy(pair => pair.Key == DifferenceType.Version ? 0 : pair.Key == DifferenceType.Missing ? 1 : pair.Key == DifferenceType.Added ? 2 : 3));
        Assert.Equal(
            ["Content audit 0.44", "Missing audit 0.55"],
            found.Differences.Where(difference => difference.AuditPosition is not null).Select(difference => difference.ToString()));
        Assert.Equal((9, 1L), ((int)found.DifferenceCount, found.AuditAhead));
        Assert.NotEqual(found.Source.AuditRoot, found.Target.AuditRoot);
        await CloseAsync(source, target);
    }

    private static async Task<StoreCopyReport> CopyAsync(StoreSide source, StoreSide target, CancellationToken cancellationToken = default) =>
        await new StoreCopier(source, target, s_kinds).CopyAsync(compare: true, note: null, progress: null, cancellationToken);

    /// <summary>1,200 people of two agencies, two of them erased, each with an audit entry, and checkpoints over these.</summary>
    private static async Task<(IKeyRing Ring, AuditAnchor Anchor)> FillAsync(StoreSide store)
    {
        for (var i = 0; i < 1200; i++)
        {
            var agency = i % 3 == 0 ? Samples.Hangu : Samples.Teda;
            await store.Records.CommitAsync(Samples.Put(i, agency: agency).AddAudit(Samples.Audit($"{i}") with { Agency = agency }), CancellationToken.None);
        }

        await store.Records.CommitAsync(new WriteBatch(Samples.Teda).Delete(Samples.Person, Samples.Id(5), ExpectedVersion.Exists), CancellationToken.None);
        await store.Records.CommitAsync(new WriteBatch(Samples.Hangu).Delete(Samples.Person, Samples.Id(6), ExpectedVersion.Exists).Put(Samples.Person, Samples.Id(2000), default, Samples.Fields(6), Samples.Body()), CancellationToken.None);
        var keys = new EphemeralKeyRing();
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        var progress = await new AuditSequencer(store.Records, store.Audit, keys, clock).RunAsync(flush: true, CancellationToken.None);
        return (keys, progress.Last!);
    }

    private async Task<StoreSide> MakeAsync(string engine, string name) => engine == "sqlite"
        ? StoreSide.Of(await _folder.OpenAsync(s_kinds, name: name))
        : StoreSide.Of(new InMemoryRecordStore(new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0))));

    private static async Task CloseAsync(params IReadOnlyList<StoreSide> stores)
    {
        foreach (var store in stores)
        {
            if (store.Records is IAsyncDisposable open)
            {
                await open.DisposeAsync();
            }
        }
    }
}
