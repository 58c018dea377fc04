using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Storage;

public sealed class StoreLeasesTests
{
    private static readonly Duration s_minute = Duration.FromMinutes(1);

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 22, 4, 0));
    private readonly InMemoryRecordStore _store;
    private readonly StoreLeases _leases;

    public StoreLeasesTests()
    {
        _store = new InMemoryRecordStore(_clock);
        _leases = new StoreLeases(_store, _clock);
    }

    [Fact]
    public async Task TryAcquireAsync_HeldByAnother_IsRefusedUntilItRunsOut()
    {
        var first = await _leases.TryAcquireAsync("relay", "a", s_minute, default);

        Assert.NotNull(first);
        Assert.Null(await _leases.TryAcquireAsync("relay", "b", s_minute, default));
        Assert.NotNull(await _leases.TryAcquireAsync("other", "b", s_minute, default));
        _clock.Advance(s_minute - Duration.FromMilliseconds(1));
        Assert.Null(await _leases.TryAcquireAsync("relay", "b", s_minute, default));
        _clock.AdvanceMilliseconds(1);
        var second = await _leases.TryAcquireAsync("relay", "b", s_minute, default);
        Assert.NotNull(second);
        Assert.True(second.Fence > first.Fence);
        Assert.Null(await _leases.TryRenewAsync(first, s_minute, default));
        Assert.False(await _leases.ReleaseAsync(first, default));
        Assert.Equal("b", (await _leases.FindAsync("relay", default))?.Owner);
    }

    [Fact]
    public async Task TryRenewAsync_StillOwn_RunsOnFromNowWithAHigherFence()
    {
        var lease = (await _leases.TryAcquireAsync("relay", "a", s_minute, default))!;
        _clock.Advance(Duration.FromSeconds(50));
        var renewed = await _leases.TryRenewAsync(lease, s_minute, default);

        Assert.NotNull(renewed);
        Assert.True(renewed.Fence > lease.Fence);
        _clock.Advance(Duration.FromSeconds(50));
        Assert.Null(await _leases.TryAcquireAsync("relay", "b", s_minute, default));
    }

    [Fact]
    public async Task ReleaseAsync_Held_FreesItAtOnce()
    {
        var lease = (await _leases.TryAcquireAsync("relay", "a", s_minute, default))!;

        Assert.True(await _leases.ReleaseAsync(lease, default));
        Assert.Null(await _leases.FindAsync("relay", default));
        Assert.NotNull(await _leases.TryAcquireAsync("relay", "b", s_minute, default));
    }

    [Fact]
    public async Task TryAcquireAsync_ManyAtOnce_OneGetsIt()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"work-{round}";
            var grants = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await _leases.TryAcquireAsync(name, $"host-{i}", s_minute, default))));
            Assert.Single(grants, grant => grant is not null);
        }
    }

    [Fact]
    public async Task Guard_LeaseTakenOver_RefusesTheBatch()
    {
        var lease = (await _leases.TryAcquireAsync("relay", "a", s_minute, default))!;
        Assert.True((await _store.CommitAsync(lease.Guard(new WriteBatch(StoreLeases.Agency)), default)).IsDurable);
        _clock.Advance(s_minute);
        await _leases.TryAcquireAsync("relay", "b", s_minute, default);

        Assert.Equal(CommitStatus.Conflict, (await _store.CommitAsync(lease.Guard(new WriteBatch(StoreLeases.Agency)), default)).Status);
        Assert.Throws<ArgumentException>(() => lease.Guard(new WriteBatch(AgencyId.Parse("west"))));
    }
}
