using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Errors;
using NewCitizen.Maintenance;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Maintenance;

public sealed class FeedTrimJobTests : IDisposable
{
    private readonly Reader _reader = new();
    private readonly TestOffice _office;

    public FeedTrimJobTests() => _office = new TestOffice(builder =>
    {
        builder.Services.AddSingleton<IChangeFeedReader>(_reader);
        builder.AddMaintenance(options =>
        {
            options.Changes = Period.FromDays(3);
            options.RequestKeys = Period.FromDays(3);
            options.Pause = Duration.Zero;
        });
    });

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task RunAsync_DayByDay_TrimsWhatIsOldEnoughAndHandled()
    {
        _reader.Handled = new FeedPosition(long.MaxValue, 0);
        var numbers = Numbers.Some(8);
        var ends = new List<FeedPosition>();
        foreach (var number in numbers)
        {
            await _office.RegisterAsync(TestOffice.Person(number: number));
            Assert.Equal(JobOutcome.Completed, (await _office.Get<JobRunner>().RunAsync("feed-trim", default)).Outcome);
            ends.Add((await _office.Get<IChangeFeed>().ReadChangesAsync(null, ends.Count == 0 ? FeedPosition.Start : ends[^1], 10_000, default)).Position);
            _office.Clock.AdvanceDays(1);
        }

        // Runs on days 0 to 7: on day 7 the mark of day 3 was the newest older than three days.
        await Assert.ThrowsAsync<NewCitizenException>(async () => await ReadAsync(ends[2]));
        Assert.NotEmpty((await ReadAsync(ends[3])).Entries);
    }

    [Fact]
    public async Task RunAsync_ReaderBehind_TrimsToItsPlaceOnlyAndCatchesUpLater()
    {
        var run = () => _office.Get<JobRunner>().RunAsync("feed-trim", default).AsTask();
        await _office.RegisterAsync(TestOffice.Person());
        var end = (await ReadAsync(FeedPosition.Start)).Position;
        await run();
        _office.Clock.AdvanceDays(10);
        var held = await run();
        Assert.Equal(1, held.Figures["readers_behind"]);
        Assert.NotEmpty((await ReadAsync(FeedPosition.Start)).Entries);

        _reader.Handled = (await _office.Get<IChangeFeed>().ReadChangesAsync(null, FeedPosition.Start, 1, default)).Position;
        await run();
        await Assert.ThrowsAsync<NewCitizenException>(async () => await ReadAsync(FeedPosition.Start));
        Assert.NotEmpty((await ReadAsync(_reader.Handled)).Entries);

        _reader.Handled = new FeedPosition(long.MaxValue, 0);
        Assert.Equal(0, (await run()).Figures["readers_behind"]);
        await Assert.ThrowsAsync<NewCitizenException>(async () => await ReadAsync(_reader.Handled with { Epoch = 0, Sequence = end.Sequence - 1 }));
    }

    [Fact]
    public async Task RunAsync_RelayOfAnotherHostBehind_WaitsForIt()
    {
        _reader.Handled = new FeedPosition(long.MaxValue, 0);
        await _office.RegisterAsync(TestOffice.Person());
        var relay = new RelayPosition("partner", new FeedPosition(0, 1), NeedsFullCopy: false, _office.Clock.GetCurrentInstant());
        Assert.True((await _office.Store.CommitAsync(relay.AddTo(new WriteBatch(RelayKinds.Agency)), default)).IsDurable);
        await _office.Get<JobRunner>().RunAsync("feed-trim", default);
        _office.Clock.AdvanceDays(10);

        Assert.Equal(1, (await _office.Get<JobRunner>().RunAsync("feed-trim", default)).Figures["readers_behind"]);
        Assert.NotEmpty((await ReadAsync(relay.Position)).Entries);
    }

    [Fact]
    public async Task RequestKeys_OlderThanThePeriod_AreForgotten()
    {
        var digest = new byte[] { 1 };
        await _office.Residents.RegisterAsync(_office.West, TestOffice.Person(), new RequestKey("a", digest), default);
        Assert.Equal(0, (await _office.Get<JobRunner>().RunAsync("request-keys", default)).Figures["forgotten"]);
        _office.Clock.AdvanceDays(4);
        Assert.Equal(1, (await _office.Get<JobRunner>().RunAsync("request-keys", default)).Figures["forgotten"]);
    }

    private ValueTask<FeedPage<ChangeEntry>> ReadAsync(FeedPosition after) => _office.Get<IChangeFeed>().ReadChangesAsync(null, after, 10_000, default);

    private sealed class Reader : IChangeFeedReader
    {
        public FeedPosition Handled { get; set; }

        public string Name => "relay";

        public ValueTask<FeedPosition> ReadHandledAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Handled);
    }
}
