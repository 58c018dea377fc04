using System.Diagnostics;
using NewCitizen.Audit;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Testing.Synthetic;
using NodaTime;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>Ways to fill a station. Making people up is not counted where rows are counted against raw SQL.</summary>
internal static class Loads
{
    private static readonly Instant s_day = Instant.FromUtc(2026, 11, 22, 0, 0);

    /// <summary>Records of the raw table's shape by the store's bulk loader, encrypted on the way.</summary>
    public static async Task<TimeSpan> SheetsAsync(Station station, IEnumerable<(int Place, SyntheticPerson Person)> people) =>
        await LoadAsync(station, people, person => station.Sheet.Record(person.Place, person.Person));

    /// <summary>Whole residents' files by the typed store and the bulk loader: seven indexes each.</summary>
    public static async Task<TimeSpan> FilesAsync(Station station, IEnumerable<(int Place, SyntheticPerson Person)> people)
    {
        var store = station.Get<IResidentStore>();
        return await LoadAsync(station, people, person =>
        {
            var batch = new WriteBatch(Sheet.Agency);
            store.Stage(batch, ResidentFiles.Of(person.Place, person.Person), ExpectedVersion.Missing);
            var put = (PutOperation)batch.Operations[0];
            return new StoredRecord(put.Key, 1, put.Fields, put.Body);
        });
    }

    /// <summary>Registers people through the manager with a window of calls in flight.</summary>
    public static async Task<TimeSpan> RegisterAsync(Station station, IEnumerable<SyntheticPerson> people, int inFlight)
    {
        var started = Stopwatch.GetTimestamp();
        var window = new Queue<Task>(inFlight);
        foreach (var person in people)
        {
            if (window.Count == inFlight)
            {
                await window.Dequeue();
            }

            window.Enqueue(RegisterAsync(station, person));
        }

        await Task.WhenAll(window);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task RegisterAsync(Station station, SyntheticPerson person) =>
        (await station.Residents.RegisterAsync(station.Context, ResidentFiles.Command(person), requestKey: null, default)).Require();

    private static async Task<TimeSpan> LoadAsync(Station station, IEnumerable<(int Place, SyntheticPerson Person)> people, Func<(int Place, SyntheticPerson Person), StoredRecord> make)
    {
        var started = Stopwatch.GetTimestamp();
        var making = TimeSpan.Zero;
        var result = await station.Bulk.LoadAsync(
            Records(),
            BulkMode.InsertOnly,
            records => new AuditEntry(Sheet.Agency, s_day, "benchmark", "bulk.load", records[0].Key.Kind.Name, null, null, $$"""{"count":{{records.Count}}}"""),
            default);
        return result.Refused.Count == 0 ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException($"{result.Refused.Count} records were refused: {result.Refused[0]}.");

        async IAsyncEnumerable<StoredRecord> Records()
        {
            foreach (var person in people)
            {
                yield return make(person);
            }

            await Task.CompletedTask;
        }
    }
}
