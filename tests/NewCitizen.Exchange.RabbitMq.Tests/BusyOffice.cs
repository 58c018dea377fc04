using NewCitizen.Agencies;
using NewCitizen.Hosting;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;

namespace NewCitizen.Exchange.RabbitMq.Tests;

/// <summary>A store that five agencies write to, and a relay that passes it on; for tests that break what is behind the relay.</summary>
internal sealed class BusyOffice : IAsyncDisposable
{
    public static readonly RecordKind Kind = new("bench_thing", "A thing of the test", [], []);
    public static readonly AgencyId[] Agencies = [.. Enumerable.Range(1, 5).Select(n => AgencyId.Parse($"station-{n}"))];

    private readonly InMemoryRecordStore _store = new(SystemClock.Instance);
    private readonly CancellationTokenSource _stop = new();
    private readonly WatchedSink _sink;
    private Task _running = Task.CompletedTask;

    public BusyOffice(RabbitMqSink sink)
    {
        _sink = new WatchedSink(sink);
        var options = new RelayOptions
        {
            BatchSize = 200,
            PollInterval = Duration.FromMilliseconds(5),
            FirstBackoff = Duration.FromMilliseconds(50),
            MaxBackoff = Duration.FromSeconds(1),
        };
        Relay = new ChangeRelay("bus", _sink, _store, _store, options, SystemClock.Instance, new TimeOrderedIdGenerator(SystemClock.Instance));
    }

    public ChangeRelay Relay { get; }

    /// <summary>What was committed, in the order of the feed.</summary>
    public List<(AgencyId Agency, FeedPosition Position)> Written { get; } = [];

    /// <summary>Longest time without a confirmed message while some waited.</summary>
    public TimeSpan LongestOutage => _sink.LongestOutage;

    public async Task WriteAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var agency = Agencies[i % Agencies.Length];
            var result = await _store.CommitAsync(new WriteBatch(agency).Put(Kind, new Guid(i % 50, 0, 0, new byte[8]), ExpectedVersion.Any, [], "{}"u8.ToArray()), default);
            lock (Written) Written.Add((agency, result.Position));
        }
    }

    /// <summary>
    /// Has the queue declared and gives the broker time to write its name down: RabbitMQ 3.10 does that half a second later, and a node killed
    /// before forgets the queue with all that was confirmed. A queue of a running system is older.
    /// </summary>
    public async Task SettleAsync()
    {
        await WriteAsync(5);
        while ((await Relay.StepAsync(default)).State != RelayState.Idle)
        {
            await Task.Delay(50);
        }

        await Task.Delay(5000);
    }

    /// <summary>Writes a little at a time, and relays, until stopped.</summary>
    public void Open() => _running = Task.WhenAll(Task.Run(WriteOnAsync), Task.Run(RelayOnAsync));

    /// <summary>Waits until so many more were confirmed by the broker.</summary>
    public async Task WaitForAsync(int more)
    {
        var goal = Relay.Status.Delivered + more;
        for (var i = 0; Relay.Status.Delivered < goal; i++)
        {
            if (i == 9000) throw new InvalidOperationException($"Nothing is delivered any more: {Relay.Status}");
            await Task.Delay(10);
        }
    }

    /// <summary>Stops writing and relays what is left.</summary>
    public async Task CloseAsync()
    {
        await _stop.CancelAsync();
        await _running;
        var until = DateTime.UtcNow.AddSeconds(120);
        for (var step = await Relay.StepAsync(default); step.State != RelayState.Idle; step = await Relay.StepAsync(default))
        {
            if (DateTime.UtcNow > until) throw new InvalidOperationException($"The rest is not delivered: {Relay.Status}");
            await Task.Delay(step.Wait.ToTimeSpan());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        Relay.Dispose();
        _stop.Dispose();
    }

    private async Task WriteOnAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await WriteAsync(5);
            await Task.Delay(25);
        }
    }

    private async Task RelayOnAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var step = await Relay.StepAsync(default);
            if (step.Wait > Duration.Zero) await Task.Delay(step.Wait.ToTimeSpan());
        }
    }
}
