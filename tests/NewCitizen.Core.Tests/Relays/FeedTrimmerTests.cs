using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays;

public sealed class FeedTrimmerTests
{
    private static readonly Duration s_day = Duration.FromDays(1);
    private readonly RelayBench _bench = new();
    private readonly FeedTrimmer _trimmer;

    public FeedTrimmerTests() => _trimmer = new FeedTrimmer(_bench.Memory, _bench.Memory, _bench.Clock);

    [Fact]
    public async Task TrimAsync_WithoutRelays_TrimsNothing()
    {
        await _bench.WriteManyAsync(3);
        Assert.Equal(new FeedTrim(FeedPosition.Start, null), await _trimmer.TrimAsync(Duration.Zero, [], default));
        Assert.Equal(new FeedTrim(FeedPosition.Start, "bus"), await _trimmer.TrimAsync(Duration.Zero, ["bus"], default));
    }

    [Fact]
    public async Task TrimAsync_StopsAtTheSlowestRelay()
    {
        await _bench.WriteManyAsync(10);
        using var fast = _bench.Start("fast");
        using var slow = _bench.Start("slow", new ScriptedSink());
        await slow.StepAsync(default);
        await _bench.DrainAsync(fast);

        Assert.Equal(new FeedTrim(FeedPosition.Start, "third"), await _trimmer.TrimAsync(Duration.Zero, ["fast", "slow", "third"], default));
        var trim = await _trimmer.TrimAsync(Duration.Zero, ["fast", "slow"], default);
        Assert.Equal(new FeedTrim(_bench.Written[4].Position, "slow"), trim);
        await _bench.DrainAsync(slow);
        Assert.Equal(RelayState.Idle, slow.Status.State);

        await RelayPositions.ForgetAsync(_bench.Memory, "slow", default);
        Assert.True((await _trimmer.TrimAsync(Duration.Zero, ["fast"], default)).UpTo >= _bench.Written[9].Position);
    }

    [Fact]
    public async Task TrimAsync_KeepsWhatIsYounger()
    {
        await _bench.WriteManyAsync(5);
        using var relay = _bench.Start();
        await _bench.DrainAsync(relay);
        Assert.Equal(FeedPosition.Start, (await _trimmer.TrimAsync(s_day, ["bus"], default)).UpTo);

        _bench.Pass(s_day - Duration.FromHours(1));
        await _bench.WriteManyAsync(5);
        await _bench.DrainAsync(relay);
        Assert.Equal(FeedPosition.Start, (await _trimmer.TrimAsync(s_day, ["bus"], default)).UpTo);

        _bench.Pass(Duration.FromHours(1));
        var trim = await _trimmer.TrimAsync(s_day, ["bus"], default);
        Assert.True(trim.UpTo >= _bench.Written[4].Position && trim.UpTo < _bench.Written[5].Position);
        _bench.Pass(s_day);
        Assert.True((await _trimmer.TrimAsync(s_day, ["bus"], default)).UpTo >= _bench.Written[9].Position);
    }
}
