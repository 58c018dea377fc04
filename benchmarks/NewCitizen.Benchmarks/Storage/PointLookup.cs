using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewCitizen.Residents;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>One person's file by id and by identity number: through the manager, and by a raw prepared statement on the same file.</summary>
internal static class PointLookup
{
    private const int LookUps = 10_000;
    private const int Seed = 20261122;

    public static async Task<string> RunAsync(TemporaryFolder folder, int people, int rounds)
    {
        var path = folder.File("lookup.db");
        var population = new SyntheticPeople(Seed);
        await using var office = await Office.OpenAsync(path);
        var ids = await office.RegisterAsync(population.Take(people), inFlight: 1024);

        using var rawById = RawReader.ById(path);
        using var rawByNumber = RawReader.ByNumber(path);
        var random = new Random(Seed);

        // Passports are left out: a search by number alone does not know their country.
        var places = Enumerable.Range(0, LookUps * 2).Select(_ => random.Next(people)).Where(place => population.At(place).Origin is not null).Take(LookUps).ToArray();
        var wantedIds = Array.ConvertAll(places, place => ids[place]);
        var rawIds = Array.ConvertAll(wantedIds, id => id.Value.ToByteArray(bigEndian: true));
        var numbers = Array.ConvertAll(places, place => population.At(place).DocumentNumber);
        var documents = Array.ConvertAll(numbers, number => new StatedDocument { Number = number });
        var indexes = ReadIndexes(path, rawIds);

        var contest = new Contest();
        var floor = contest.Add("raw prepared statement by id", floor: null, () => Each(rawIds, id => Found(rawById.Read(id))));
        contest.Add("`ResidentManager.FindAsync`", floor, () => Each(wantedIds, async id => Found(await office.Residents.FindAsync(office.Context, id, default))));
        floor = contest.Add("raw prepared statement by blind index of the number", floor: null, () => Each(indexes, index => Found(rawByNumber.Read(index))));
        contest.Add("`ResidentManager.FindByDocumentAsync`", floor, () => Each(documents, async document => Found(await office.Residents.FindByDocumentAsync(office.Context, document, default))));
        contest.Add("`ResidentManager.SearchAsync` by number", floor, () => Each(numbers, async number => Found(
            (await office.Residents.SearchAsync(office.Context, new ResidentSearch { DocumentNumber = number }, default)).Items.SingleOrDefault())));

        // The first rounds are the JIT's.
        await contest.RunAsync(rounds);
        contest.Forget();
        await contest.RunAsync(rounds);
        return contest.Table(perItem: true);
    }

    private static byte[][] ReadIndexes(string path, byte[][] ids)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT document_index FROM resident WHERE agency = 'teda' AND id = $id";
        var wanted = command.Parameters.Add("$id", SqliteType.Blob);
        return Array.ConvertAll(ids, id =>
        {
            wanted.Value = id;

            // A JSON array of one hexadecimal string.
            return Convert.FromHexString(((string)command.ExecuteScalar()!).Trim('[', ']', '"'));
        });
    }

    private static Task<Sample> Each<T>(T[] items, Action<T> lookUp) => Each(items, item =>
    {
        lookUp(item);
        return ValueTask.CompletedTask;
    });

    // Reads of this store end on the thread that began them, so its allocations are all there are.
    private static async Task<Sample> Each<T>(T[] items, Func<T, ValueTask> lookUp)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        foreach (var item in items)
        {
            await lookUp(item);
        }

        var nanoseconds = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        return new(nanoseconds / items.Length, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)items.Length);
    }

    private static void Found(object? record) => ArgumentNullException.ThrowIfNull(record);
}
