using NewCitizen.Benchmarks.Storage;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>Loads of fresh stores; a turn is a whole load.</summary>
internal sealed class LoadRace(string engine, int people, int rounds)
{
    private readonly Race _race = new(engine, FormattableString.Invariant($"Load {people:N0}"), rounds);

    /// <summary>Adds a load.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="share">How many of the people it loads: slow contenders load fewer, speeds are compared.</param>
    /// <param name="load">Loads that many into a fresh store and says what it took.</param>
    public void Add(string name, double share, Func<int, Task<TimeSpan>> load)
    {
        var count = (int)(people * share);
        _race.Add(name, async () =>
        {
            PeakMemory.Reset();
            var allocated = GC.GetTotalAllocatedBytes();
            var time = await load(count);
            return new Turn(count / time.TotalSeconds, (GC.GetTotalAllocatedBytes() - allocated) / (double)count, PeakMemory.Megabytes());
        });
    }

    public Task<IReadOnlyList<Figure>> RunAsync() => _race.RunAsync(warm: false);

    /// <summary>People with their places.</summary>
    public static IEnumerable<(int Place, SyntheticPerson Person)> People(int count) => FileRows.People.Take(count).Select((person, place) => (place, person));

    public static IEnumerable<FileRow> Rows(int count) => Enumerable.Range(0, count).Select(FileRows.At);
}
