using CsCheck;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays;

/// <summary>Failures, crashes, restarts, lost answers and two runs at once, in any order: what a receiver keeps is the feed.</summary>
public sealed class ChangeRelayPropertyTests
{
    private static readonly Gen<int[]> s_days = Gen.Int[0, 999].Array[20, 160];

    [Fact]
    public void Receiver_KeepingFirstOccurrences_HasTheFeedOfEachAgency() =>
        s_days.Sample(steps => RunAsync(steps).GetAwaiter().GetResult(), iter: 1500, threads: 1);

    // As the night job does: never what a relay has not handled.
    private static async Task TrimAsync(RelayBench bench)
    {
        if (await RelayPositions.ListAsync(bench.Memory, default) is [var bus, ..])
        {
            await bench.Memory.TrimChangesAsync(bus.Position, default);
        }
    }

    private static async Task RunAsync(int[] steps)
    {
        var bench = new RelayBench();
        var everParked = new HashSet<Guid>();
        ChangeRelay[] runs = [bench.Start(), bench.Start()];
        foreach (var step in steps)
        {
            var (what, which) = (step % 20, step / 20 % 2);
            switch (what)
            {
                case 0 or 1 or 2 or 3 or 4: await bench.WriteAsync(step % 3, step % 7); break;
                case 5: await bench.WriteAsync(step % 3, step % 7, asEvent: true); break;
                case 6 or 7 or 8 or 9: await runs[which].StepAsync(default); break;
                case 10: runs[which] = bench.Start(); break;
                case 11: bench.Pass(bench.Options.Lease + Duration.FromSeconds(1)); break;
                case 12: bench.Sink.FailAfter = step % 4; break;
                case 13: bench.Sink.LoseAnswer = true; break;
                case 14: (bench.Sink.LoseAnswer, bench.Sink.FailAfter) = (true, step % 4); break;
                case 15: bench.Store.FailBefore = true; break;
                case 16: bench.Store.LoseAnswer = true; break;
                case 17:
                    bench.Sink.During = async () =>
                    {
                        var other = bench.Start();
                        await other.StepAsync(default);
                        bench.Pass(bench.Options.Lease);
                        await other.StepAsync(default);
                        await other.StepAsync(default);
                    };
                    break;
                case 18: await TrimAsync(bench); break;
                default: await PoisonNextAsync(bench); break;
            }

            everParked.UnionWith((await runs[0].ListParkedAsync(1000, null, default)).Select(parked => parked.EventId));
        }

        (bench.Sink.FailAfter, bench.Sink.LoseAnswer, bench.Sink.During) = (-1, false, null);
        (bench.Store.FailBefore, bench.Store.LoseAnswer) = (false, false);
        var last = bench.Start();
        Assert.Equal(RelayState.Idle, (await bench.DrainAsync(last)).State);
        everParked.UnionWith((await last.ListParkedAsync(1000, null, default)).Select(parked => parked.EventId));

        foreach (var agency in RelayBench.Agencies)
        {
            var parked = (await last.ListParkedAsync(1000, null, default)).Where(p => p.Entry.Agency == agency).Select(p => p.Entry.Position).ToHashSet();
            var kept = new List<FeedPosition>();
            foreach (var message in bench.Sink.Seen.Where(message => message.Entry.Agency == agency && !everParked.Contains(message.Id)))
            {
                if (kept.Contains(message.Entry.Position)) continue;

                // A receiver may as well remember the highest position only.
                Assert.True(kept.Count == 0 || message.Entry.Position > kept[^1], "an earlier event is seen for the first time after a later one");
                kept.Add(message.Entry.Position);
            }

            Assert.Equal(bench.Written.Where(w => w.Agency == agency).Select(w => w.Position).Where(position => !parked.Contains(position)), kept);
        }
    }

    private static async Task PoisonNextAsync(RelayBench bench)
    {
        if (await bench.Memory.GetAsync(FeedIdentity.Key, default) is not { } identity) return;
        var position = await bench.WriteAsync();
        var entry = (await bench.Memory.ReadChangesAsync(null, new FeedPosition(0, position.Sequence - 1), 1, default)).Entries[0];
        bench.Sink.Poison.Add(ChangeMessage.Create(entry, "s", FeedIdentity.Stream(identity)).Id);
    }
}
