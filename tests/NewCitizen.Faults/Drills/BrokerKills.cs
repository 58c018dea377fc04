using NewCitizen.Exchange.RabbitMq;
using NewCitizen.Faults.Checking;
using NewCitizen.Faults.Load;
using NewCitizen.Hosting;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Faults.Drills;

/// <summary>
/// kill -9 of the node that leads the queue of a RabbitMQ cluster of three, while the relay publishes with confirms. What was committed must
/// be in the queue, in the order of the feed inside each agency; some of it twice, which receivers tell by the id.
/// </summary>
internal static class BrokerKills
{
    private const string Queue = "faults";

    public static bool IsPossible => File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") && ClusterScript.Find("rabbitmq.sh") is not null;

    public static async Task<Outcome> RunAsync(string folder, int kills, long answersBetween)
    {
        var cluster = new ClusterScript("rabbitmq.sh", Path.Combine(folder, "cluster"));
        var addresses = (await cluster.RunAsync("start")).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(text => new Uri(text)).ToList();
        try
        {
            var address = $"sqlite:{Path.Combine(folder, "hall.db")}";
            await using var store = await OpenStore.AtAsync(address, SchemaMode.Create, [.. Hall.Kinds, RelayKinds.Position, RelayKinds.Parked]);
            await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = addresses, Queue = Queue, MaxUnconfirmed = 50, ConfirmTimeout = Duration.FromSeconds(5) });
            using var relay = new ChangeRelay(
                "faults", sink, store.Records, store.Feed,
                new RelayOptions { BatchSize = 500, FirstBackoff = Duration.FromMilliseconds(100), MaxBackoff = Duration.FromSeconds(1) },
                SystemClock.Instance, new TimeOrderedIdGenerator(SystemClock.Instance));
            var (outage, verdict) = (TimeSpan.Zero, default(Verdict)!);
            using var stop = new CancellationTokenSource();
            var relaying = Task.Run(async () => outage = await RelayAsync(relay, stop.Token));

            // Nobody takes messages out meanwhile: at full speed the cluster would spend the drill refusing them for want of memory.
            var scene = await Scene.OpenAsync(folder, address, writers: 1, clients: 4, slow: true);
            await using (scene)
            {
                for (var kill = 0; kill < kills; kill++)
                {
                    await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(30));
                    var node = await cluster.RunAsync("leader", Queue);
                    await cluster.RunAsync("kill", node);
                    await Task.Delay(TimeSpan.FromSeconds(3));
                    await cluster.RunAsync("revive", node);
                }

                verdict = await scene.CloseAsync();
                await stop.CancelAsync();
                await relaying;
            }

            var (missing, again) = await QueueCheck.RunAsync(addresses, Queue, store.Feed);
            return new(
                "kill -9 of the RabbitMQ node that leads the queue", "SQLite, relay, 3 nodes, quorum queue", kills, verdict with { Gaps = verdict.Gaps + missing, Outage = outage },
                FormattableString.Invariant($"{again:N0} messages came again"));
        }
        finally
        {
            await cluster.RunAsync("stop");
        }
    }

    /// <summary>Relays until told to stop and nothing is left; the longest time without a delivery while there was something.</summary>
    private static async Task<TimeSpan> RelayAsync(ChangeRelay relay, CancellationToken stop)
    {
        var (outage, last) = (TimeSpan.Zero, DateTime.UtcNow);
        while (true)
        {
            var ending = stop.IsCancellationRequested;
            var step = await relay.StepAsync(CancellationToken.None);
            var now = DateTime.UtcNow;
            if (step.Delivered > 0 || step.State == RelayState.Idle)
            {
                outage = now - last > outage ? now - last : outage;
                last = now;
            }

            if (ending && step is { State: RelayState.Idle, Delivered: 0 })
            {
                return outage;
            }

            if (step.Delivered == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(200, step.Wait.TotalMilliseconds)), CancellationToken.None);
            }
        }
    }
}
