using System.Diagnostics;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>
/// Contenders that take turns in rounds; the one that begins changes each round (ABCD, BCDA, ...), so that what the machine does meanwhile
/// weighs on all of them. The first contender is the floor.
/// </summary>
internal sealed class Race(string engine, string row, int rounds)
{
    public const string Peer = "EF Core 10";

    private readonly List<(string Name, Func<Task<Turn>> Run, List<Turn> Turns)> _contenders = [];

    public void Add(string name, Func<Task<Turn>> run) => _contenders.Add((name, run, []));

    /// <summary>Runs all rounds; the first of each contender warms up and is not counted.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync(bool warm)
    {
        for (var round = warm ? -1 : 0; round < rounds; round++)
        {
            for (var i = 0; i < _contenders.Count; i++)
            {
                var (_, run, turns) = _contenders[(i + Math.Max(round, 0)) % _contenders.Count];
                GC.Collect();
                var turn = await run();
                if (round >= 0)
                {
                    turns.Add(turn);
                }
            }
        }

        var figures = Figures();
        foreach (var figure in figures)
        {
            Console.Error.WriteLine(FormattableString.Invariant(
                $"{engine} | {row} | {figure.Contender} | {figure.PerSecond:N0}/s | {figure.Of(figures[0]):F2} x first | {figure.Bytes:N0} B | {figure.PeakMegabytes:F0} MB"));
        }

        return figures;
    }

    /// <summary>One turn of clients that go on for a time.</summary>
    public static async Task<Turn> TurnAsync(IReadOnlyList<Client> clients, Work work, int people, TimeSpan length, int seed)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var done = 0L;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select((client, number) => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, number));
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                await client.RunAsync(work, random, people);
                count++;
            }

            Interlocked.Add(ref done, count);
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(done / seconds, (GC.GetTotalAllocatedBytes() - allocated) / (double)done, 0);
    }

    private List<Figure> Figures() =>
    [
        .. _contenders.Select(contender => new Figure(
            engine,
            row,
            contender.Name,
            [.. contender.Turns.Select(turn => turn.PerSecond)],
            Figure.Median(contender.Turns.Select(turn => turn.Bytes)),
            contender.Turns.Max(turn => turn.PeakMegabytes))),
    ];
}
