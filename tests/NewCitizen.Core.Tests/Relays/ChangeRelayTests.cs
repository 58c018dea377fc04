using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays;

public sealed class ChangeRelayTests
{
    private readonly RelayBench _bench = new();

    [Fact]
    public async Task StepAsync_DeliversAllInOrderAndRests()
    {
        await _bench.WriteManyAsync(12);
        await _bench.WriteAsync(asEvent: true);
        using var relay = _bench.Start();
        var step = await _bench.DrainAsync(relay);

        Assert.Equal(RelayState.Idle, step.State);
        Assert.Equal(_bench.Options.PollInterval, step.Wait);
        Assert.Equal(_bench.Written.Select(w => w.Position), _bench.Sink.Seen.Select(m => m.Entry.Position));
        Assert.Equal(13, relay.Status.Delivered);
        Assert.Null(relay.Status.WaitingSince);
    }

    [Fact]
    public async Task StepAsync_WhenNothingHappens_WritesNothing()
    {
        await _bench.WriteAsync();
        using var relay = _bench.Start();
        await _bench.DrainAsync(relay);
        var end = await EndAsync();
        for (var i = 0; i < 100; i++)
        {
            _bench.Pass(Duration.FromMinutes(1));
            Assert.Equal(RelayState.Idle, (await relay.StepAsync(default)).State);
        }

        Assert.Equal(end, await EndAsync());
    }

    [Fact]
    public async Task StepAsync_TwoIdleRelays_DoNotKeepEachOtherBusy()
    {
        await _bench.WriteAsync();
        using var one = _bench.Start("one");
        using var two = _bench.Start("two", new ScriptedSink());
        for (var i = 0; i < 500; i++)
        {
            await one.StepAsync(default);
            await two.StepAsync(default);
            _bench.Pass(Duration.FromSeconds(1));
        }

        Assert.True((await EndAsync()).Sequence < 10, "relays answer each other's positions");
    }

    [Fact]
    public async Task StepAsync_AfterARestart_GoesOnWhereItWas()
    {
        await _bench.WriteManyAsync(7);
        using (var relay = _bench.Start())
        {
            await relay.StepAsync(default);
            await relay.ReleaseAsync(default);
        }

        using var next = _bench.Start();
        await _bench.DrainAsync(next);
        Assert.Equal(_bench.Written.Select(w => w.Position), _bench.Sink.Seen.Select(m => m.Entry.Position));
    }

    [Fact]
    public async Task StepAsync_OnFailure_WaitsLongerEachTimeAndSkipsNothing()
    {
        await _bench.WriteManyAsync(3);
        using var relay = _bench.Start();
        var waits = new List<Duration>();
        for (var i = 0; i < 12; i++)
        {
            _bench.Sink.FailAfter = 0;
            var step = await relay.StepAsync(default);
            Assert.Equal(RelayState.Failing, step.State);
            waits.Add(step.Wait);
            _bench.Pass(step.Wait);
        }

        Assert.All(waits, wait => Assert.True(wait >= Duration.FromMilliseconds(250) && wait <= _bench.Options.MaxBackoff));
        Assert.True(waits[4] > waits[0] * 4);
        Assert.True(waits[11] >= _bench.Options.MaxBackoff / 2);
        Assert.Equal(12, relay.Status.Failures);
        Assert.Equal("told-to", relay.Status.LastFailure);
        Assert.Equal(3, relay.Status.Behind);
        Assert.True(relay.Status.Age(_bench.Clock.GetCurrentInstant()) > Duration.FromMinutes(3));

        await _bench.DrainAsync(relay);
        Assert.Equal(_bench.Written.Select(w => w.Position), _bench.Sink.Seen.Select(m => m.Entry.Position));
        Assert.Equal(0, relay.Status.Failures);
        Assert.Null(relay.Status.LastFailure);
    }

    [Fact]
    public async Task StepAsync_PartOfABatchTaken_KeepsThatPart()
    {
        await _bench.WriteManyAsync(5);
        using var relay = _bench.Start();
        _bench.Sink.FailAfter = 3;
        Assert.Equal(3, (await relay.StepAsync(default)).Delivered);
        await _bench.DrainAsync(relay);
        Assert.Equal(5, _bench.Sink.Seen.Count);
    }

    [Fact]
    public async Task StepAsync_RefusedForGood_ParksGoesOnAndRedelivers()
    {
        await _bench.WriteManyAsync(6);
        using var relay = _bench.Start();
        await _bench.DrainAsync(_bench.Start("probe", new ScriptedSink()));
        var poison = await PoisonAsync(2);
        await _bench.DrainAsync(relay);

        var parked = Assert.Single(await relay.ListParkedAsync(10, null, default));
        Assert.Equal((poison, "poison", _bench.Written[2].Position), (parked.EventId, parked.Reason, parked.Entry.Position));
        Assert.Equal(5, _bench.Sink.Seen.Count);
        Assert.Equal(1, relay.Status.Parked);
        Assert.Empty(await relay.ListParkedAsync(10, parked, default));

        Assert.Equal(RelayErrors.NotAccepted, (await relay.RedeliverAsync(parked.Id, default)).FirstError.Code);
        _bench.Sink.Poison.Clear();
        Assert.True((await relay.RedeliverAsync(parked.Id, default)).Succeeded);
        Assert.Equal((poison, true), (_bench.Sink.Seen[^1].Id, _bench.Sink.Seen[^1].IsReplayed));
        Assert.Equal(RelayErrors.NotParked, (await relay.RedeliverAsync(parked.Id, default)).FirstError.Code);
        Assert.Empty(await relay.ListParkedAsync(10, null, default));
    }

    [Fact]
    public async Task StepAsync_EverythingRefused_StopsParking()
    {
        _bench.Options.MaxParkedInARow = 3;
        await _bench.WriteManyAsync(9);
        using var relay = _bench.Start();
        for (var i = 0; i < 9; i++)
        {
            await PoisonAsync(i);
        }

        Assert.Equal(RelayState.Refused, (await _bench.DrainAsync(relay)).State);
        Assert.Equal(RelayState.Refused, (await _bench.DrainAsync(relay)).State);
        Assert.Equal(3, (await relay.ListParkedAsync(10, null, default)).Count);

        _bench.Sink.Poison.Clear();
        await _bench.DrainAsync(relay);
        Assert.Equal(6, _bench.Sink.Seen.Count);
    }

    [Fact]
    public async Task StepAsync_SecondRun_WaitsAndTakesOverWhenTheFirstIsGone()
    {
        await _bench.WriteManyAsync(5);
        using var first = _bench.Start();
        using var second = _bench.Start();
        await first.StepAsync(default);
        await _bench.WriteManyAsync(3);
        Assert.Equal(RelayState.Standby, (await second.StepAsync(default)).State);

        _bench.Pass(_bench.Options.Lease - Duration.FromSeconds(1));
        Assert.Equal(RelayState.Standby, (await second.StepAsync(default)).State);
        _bench.Pass(Duration.FromSeconds(1));
        Assert.Equal(RelayState.Delivering, (await second.StepAsync(default)).State);
        Assert.Equal(RelayState.Standby, (await first.StepAsync(default)).State);
        await _bench.DrainAsync(second);
        Assert.Equal(8, _bench.Sink.Seen.Count);
    }

    [Fact]
    public async Task StepAsync_Released_IsTakenOverAtOnce()
    {
        await _bench.WriteManyAsync(8);
        using var first = _bench.Start();
        using var second = _bench.Start();
        await first.StepAsync(default);
        await first.ReleaseAsync(default);
        Assert.Equal(3, (await second.StepAsync(default)).Delivered);
    }

    [Fact]
    public async Task StepAsync_OvertakenWhileDelivering_DoesNotMoveThePosition()
    {
        _bench.Options.BatchSize = 50;
        await _bench.WriteManyAsync(5);
        using var first = _bench.Start();
        using var second = _bench.Start();
        await first.StepAsync(default);
        await _bench.WriteManyAsync(5);
        _bench.Sink.During = async () =>
        {
            Assert.Equal(RelayState.Standby, (await second.StepAsync(default)).State);
            _bench.Pass(_bench.Options.Lease);
            Assert.Equal(RelayState.Delivering, (await second.StepAsync(default)).State);
        };
        await first.StepAsync(default);
        Assert.Equal(RelayState.Standby, first.Status.State);
        Assert.True(_bench.Sink.Seen.Count == 15, "nothing came twice: the runs did not overlap");
        Assert.Equal(_bench.Written.Select(w => w.Position), _bench.Sink.Seen.Select(m => m.Entry.Position).Distinct());
    }

    [Fact]
    public async Task StepAsync_TrimmedFeed_StandsStillAlsoAfterARestartUntilStartedOver()
    {
        await _bench.WriteManyAsync(3);
        using var relay = _bench.Start();
        await _bench.DrainAsync(relay);
        var missed = await _bench.WriteAsync();
        await _bench.Memory.TrimChangesAsync(missed, default);

        Assert.Equal(RelayState.NeedsFullCopy, (await relay.StepAsync(default)).State);
        Assert.Equal("NC3050", relay.Status.LastFailure);
        using var restarted = _bench.Start();
        Assert.Equal(RelayState.NeedsFullCopy, (await restarted.StepAsync(default)).State);
        Assert.Equal(RelayState.NeedsFullCopy, (await restarted.GetStatusAsync(default)).State);
        Assert.True((await _bench.PositionAsync()).NeedsFullCopy);

        var from = await restarted.StartOverAsync(default);
        var next = await _bench.WriteAsync();
        Assert.True(from > missed && from < next);
        await _bench.DrainAsync(restarted);
        Assert.Equal(next, _bench.Sink.Seen[^1].Entry.Position);
        Assert.Equal(4, _bench.Sink.Seen.Count);
    }

    [Fact]
    public async Task StepAsync_StoreAway_SaysSoAndGoesOn()
    {
        await _bench.WriteManyAsync(2);
        using var relay = _bench.Start();
        _bench.Store.FailBefore = true;
        Assert.Equal(RelayState.StoreUnavailable, (await relay.StepAsync(default)).State);
        Assert.Equal("NC3010", relay.Status.LastFailure);
        await _bench.DrainAsync(relay);
        Assert.Equal(2, _bench.Sink.Seen.Count);
    }

    [Fact]
    public async Task GetStatusAsync_CountsWhatWaits()
    {
        using var relay = _bench.Start();
        Assert.Equal(0, (await relay.GetStatusAsync(default)).Behind);
        await _bench.WriteManyAsync(7);
        var status = await relay.GetStatusAsync(default);
        Assert.Equal((7L, false, _bench.Clock.GetCurrentInstant()), (status.Behind, status.BehindIsAtLeast, status.WaitingSince));
        _bench.Pass(Duration.FromSeconds(5));
        Assert.Equal(Duration.FromSeconds(5), (await relay.GetStatusAsync(default)).Age(_bench.Clock.GetCurrentInstant()));
        await _bench.DrainAsync(relay);
        Assert.Equal(0, (await relay.GetStatusAsync(default)).Behind);
    }

    [Fact]
    public async Task Include_LeavesOthersOut()
    {
        _bench.Options.Include = entry => entry.Agency == RelayBench.Agencies[1];
        await _bench.WriteManyAsync(30);
        using var relay = _bench.Start();
        await _bench.DrainAsync(relay);
        Assert.Equal(10, _bench.Sink.Seen.Count);
        Assert.All(_bench.Sink.Seen, message => Assert.Equal(RelayBench.Agencies[1], message.Entry.Agency));
        Assert.Equal(0, (await relay.GetStatusAsync(default)).Behind);
    }

    [Fact]
    public async Task RenewAsync_AfterARestore_GivesNewIds()
    {
        await _bench.WriteAsync();
        using var relay = _bench.Start();
        await _bench.DrainAsync(relay);
        await FeedIdentity.RenewAsync(_bench.Memory, _bench.Ids, _bench.Clock, default);
        await _bench.WriteAsync();
        await _bench.DrainAsync(relay);
        Assert.NotEqual(_bench.Sink.Seen[0].Source, _bench.Sink.Seen[1].Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("feed")]
    [InlineData("Bus")]
    [InlineData("a/b")]
    public void Name_OutsideTheRules_IsRefused(string name) => Assert.Throws<ArgumentException>(() => _bench.Start(name));

    private async Task<FeedPosition> EndAsync() => (await _bench.Memory.ReadChangesAsync(null, FeedPosition.Start, 10_000, default)).Position;

    private async Task<Guid> PoisonAsync(int written)
    {
        // The identity of the feed is there once any relay has run.
        if (await _bench.Memory.GetAsync(FeedIdentity.Key, default) is null) await _bench.DrainAsync(_bench.Start("probe", new ScriptedSink()));
        var stream = FeedIdentity.Stream((await _bench.Memory.GetAsync(FeedIdentity.Key, default))!);
        var page = await _bench.Memory.ReadChangesAsync(null, FeedPosition.Start, 10_000, default);
        var id = ChangeMessage.Create(page.Entries.First(entry => entry.Position == _bench.Written[written].Position), "s", stream).Id;
        _bench.Sink.Poison.Add(id);
        return id;
    }
}
