using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.InMemory;
using NodaTime;

namespace NewCitizen.Testing.Tests.Faults;

public sealed class FaultingStoreTests
{
    private static readonly AgencyId s_agency = AgencyId.Parse("teda");
    private readonly StoreUnderTest _inner = StoreUnderTest.From(new InMemoryRecordStore(SystemClock.Instance));

    [Theory]
    [InlineData(FaultKind.Delayed, true)]
    [InlineData(FaultKind.UnknownBefore, false)]
    [InlineData(FaultKind.UnknownAfter, true)]
    public async Task CommitAsync_WithAFault_AnswersAndWritesAsTheKindSays(FaultKind kind, bool written)
    {
        var plan = FaultPlan.At(2, kind);
        var store = new FaultingStore(_inner, plan);
        Assert.Equal(CommitStatus.Committed, (await store.CommitAsync(Batch(1), CancellationToken.None)).Status);
        Assert.Equal(kind == FaultKind.Delayed ? CommitStatus.Committed : CommitStatus.Unknown, (await store.CommitAsync(Batch(2), CancellationToken.None)).Status);
        Assert.Equal(written, await IsThereAsync(2));
        Assert.Equal((2, 1), (plan.Points, plan.Strikes));
    }

    [Theory]
    [InlineData(FaultKind.CancelledBefore, false)]
    [InlineData(FaultKind.CancelledAfter, true)]
    public async Task CommitAsync_Cancelled_ThrowsAndWritesAsTheKindSays(FaultKind kind, bool written)
    {
        var store = new FaultingStore(_inner, FaultPlan.At(1, kind));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await store.CommitAsync(Batch(1), CancellationToken.None));
        Assert.Equal(written, await IsThereAsync(1));
    }

    [Fact]
    public async Task Calls_Unavailable_ThrowAndWriteNothing()
    {
        foreach (var run in new Func<FaultingStore, Task>[]
        {
            async store => await store.CommitAsync(Batch(1), CancellationToken.None),
            async store => await store.GetAsync(Key(1), CancellationToken.None),
            async store => await store.QueryAsync(new RecordQuery(s_agency, KitKinds.Other), CancellationToken.None),
            async store => await store.ReadChangesAsync(null, default, 1, CancellationToken.None),
            async store => await store.CheckAsync(CancellationToken.None),
            async store => await store.TrimChangesAsync(default, CancellationToken.None),
        })
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => run(new FaultingStore(_inner, FaultPlan.At(1, FaultKind.Unavailable))));
        }

        Assert.False(await IsThereAsync(1));
    }

    [Fact]
    public async Task PurgeAsync_OutcomeUnknown_ThrowsNC3004()
    {
        var store = new FaultingStore(_inner, FaultPlan.At(1, FaultKind.UnknownAfter));
        var thrown = await Assert.ThrowsAsync<NewCitizenException>(async () => await store.PurgeAsync(
            new PurgeRequest(s_agency, KitKinds.Other, "number", FieldValue.Integer(5), 10), _ => throw new InvalidOperationException("nothing to purge"), CancellationToken.None));
        Assert.Equal(StorageErrors.OutcomeUnknown, thrown.Code);
    }

    [Fact]
    public async Task Random_SameSeed_FailsAtTheSameCalls()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var store = new FaultingStore(_inner, FaultPlan.Random(42, oneIn: 3));
            var seen = string.Empty;
            for (var call = 0; call < 60; call++)
            {
                try
                {
                    await store.GetAsync(Key(1), CancellationToken.None);
                    seen += '.';
                }
                catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
                {
                    seen += failure is StoreUnavailableException ? 'u' : 'c';
                }
            }

            runs.Add(seen);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.True(runs[0].Contains('u', StringComparison.Ordinal));
        Assert.True(runs[0].Contains('c', StringComparison.Ordinal));
    }

    private static RecordKey Key(int number) => new(s_agency, KitKinds.Other, new Guid(number, 0, 0, new byte[8]));

    private static WriteBatch Batch(int number) =>
        new WriteBatch(s_agency).Put(KitKinds.Other, Key(number).Id, ExpectedVersion.Missing, [FieldValue.Null, FieldValue.Null], default);

    private async Task<bool> IsThereAsync(int number) => await _inner.Records.GetAsync(Key(number), CancellationToken.None) is not null;
}
