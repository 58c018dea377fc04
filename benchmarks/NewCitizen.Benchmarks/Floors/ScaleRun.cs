using NewCitizen.Benchmarks.Floors.Sdk;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>
/// A district and a city: whole residents' files through the typed store and the managers, one store of 150,000 and one of ten times as many.
/// Making people up is counted on both sides; nothing is kept in memory.
/// </summary>
internal sealed class ScaleRun(string engine, Func<Task<Station>> open, int people, int rounds, TimeSpan turn)
{
    private const int Factor = 10;

    public async Task<List<Figure>> RunAsync()
    {
        PeakMemory.Reset();
        var figures = new List<Figure>();
        await using var district = await open();
        await using var city = await open();
        var first = await LoadAsync(district, people);
        var large = await LoadAsync(city, people * Factor);
        double second;
        await using (var again = await open())
        {
            second = await LoadAsync(again, people);
        }

        // Before and after the large one, so that a machine that slows down weighs on both.
        figures.Add(new Figure(engine, "Scale: load", Name(people), [first, second], 0, 0));
        figures.Add(new Figure(engine, "Scale: load", Name(people * Factor), [large, large], 0, PeakMemory.Megabytes()));
        foreach (var (row, run) in Rows())
        {
            var race = new Race(engine, $"Scale: {row}", rounds);
            foreach (var (station, count) in new[] { (district, people), (city, people * Factor) })
            {
                var state = new State(station, count);
                race.Add(Name(count), () => TurnAsync(state, run));
            }

            figures.AddRange(await race.RunAsync(warm: true));
        }

        figures.Add(new Figure(engine, "Scale: memory", Name(people * Factor), [0], 0, PeakMemory.Megabytes()));
        return figures;
    }

    private static IEnumerable<(string Row, Func<State, ValueTask> Run)> Rows() =>
    [
        ("file by id", async state => Require(await state.Station.Residents.FindAsync(state.Station.Context, new ResidentId(FileRows.Id(state.Next())), default) is not null)),
        ("page of 50", async state =>
        {
            var page = await state.Station.Residents.SearchAsync(state.Station.Context, new ResidentSearch { Limit = 50, After = state.Cursor }, default);
            state.Cursor = page.Next;
            Require(page.Items.Count > 0);
        }),
        ("search by number", async state => Require((await state.SearchAsync(new ResidentSearch { DocumentNumber = FileRows.People.At(state.Next()).DocumentNumber })) == 1)),
        ("search by phone", async state => Require((await state.SearchAsync(new ResidentSearch { Phone = FileRows.People.At(state.Next()).Mobile })) >= 1)),
        ("search by name, first 10", async state => Require((await state.SearchAsync(new ResidentSearch { Name = FileRows.People.At(state.Next()).Name, Limit = 10 })) >= 1)),
        ("feed, 500 entries", async state =>
        {
            var page = await state.Station.Feed.ReadChangesAsync(Sheet.Agency, state.Position, 500, default);
            Require(page.Entries.Count > 0 || state.Position != FeedPosition.Start);
            state.Position = page.Entries.Count > 0 ? page.Position : FeedPosition.Start;
        }),
    ];

    private async Task<double> LoadAsync(Station station, int count)
    {
        var time = await Loads.FilesAsync(station, LoadRace.People(count));
        Console.Error.WriteLine(FormattableString.Invariant($"{engine} | load {count:N0} | {count / time.TotalSeconds:N0}/s | peak {PeakMemory.Megabytes():F0} MB"));
        return count / time.TotalSeconds;
    }

    private async Task<Turn> TurnAsync(State state, Func<State, ValueTask> run)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var done = 0;
        while (System.Diagnostics.Stopwatch.GetElapsedTime(started) < turn)
        {
            await run(state);
            done++;
        }

        return new(done / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, (GC.GetTotalAllocatedBytes() - allocated) / (double)done, 0);
    }

    private static string Name(int count) => FormattableString.Invariant($"{count:N0} residents");

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("Nothing was found.");
        }
    }

    private sealed class State(Station station, int count)
    {
        private readonly Random _random = new(7);

        public Station Station => station;

        public string? Cursor { get; set; }

        public FeedPosition Position { get; set; }

        public int Next() => _random.Next(count);

        public async ValueTask<int> SearchAsync(ResidentSearch search) => (await station.Residents.SearchAsync(station.Context, search, default)).Items.Count;
    }
}
