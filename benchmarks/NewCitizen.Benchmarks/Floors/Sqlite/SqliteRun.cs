using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Benchmarks.Floors.Ef;
using NewCitizen.Benchmarks.Floors.Sdk;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Storage;

namespace NewCitizen.Benchmarks.Floors.Sqlite;

/// <summary>All rows on SQLite.</summary>
internal static class SqliteRun
{
    private static int s_file;

    public static async Task<List<Figure>> RunAsync(string engine, int people, int rounds, TimeSpan turn)
    {
        using var folder = new TemporaryFolder();
        var figures = new List<Figure>();
        var loads = new LoadRace(engine, people, Math.Min(rounds, 3));
        loads.Add("raw SQL", 1, count =>
        {
            var path = New(folder);
            SqliteFloor.Create(path);
            return Task.FromResult(SqliteFloor.Load(path, LoadRace.Rows(count)));
        });
        loads.Add(Race.Peer, 0.3, count =>
        {
            var path = New(folder);
            SqliteFloor.Create(path);
            return EfContender.LoadAsync(options => options.UseSqlite($"Data Source={path};Pooling=False"), LoadRace.Rows(count));
        });
        loads.Add("kernel, same columns", 1, count => WithStationAsync(folder, station => Loads.SheetsAsync(station, LoadRace.People(count))));
        loads.Add("typed store, whole files", 1, count => WithStationAsync(folder, station => Loads.FilesAsync(station, LoadRace.People(count))));
        loads.Add("managers, 1,024 calls in flight", 0.3, count => WithStationAsync(folder, station => Loads.RegisterAsync(station, FileRows.People.Take(count), 1024)));
        figures.AddRange(await loads.RunAsync());

        Known.Prepare(people);
        var floor = New(folder);
        SqliteFloor.Create(floor);
        SqliteFloor.Load(floor, LoadRace.Rows(people));
        var peer = New(folder);
        SqliteFloor.Create(peer);
        SqliteFloor.Load(peer, LoadRace.Rows(people));
        using var warmFloor = SqliteFloor.Warm(floor);
        using var warmPeer = SqliteFloor.Warm(peer);
        await using var station = await OpenAsync(New(folder));
        await Loads.SheetsAsync(station, LoadRace.People(people));
        await Loads.FilesAsync(station, LoadRace.People(people));
        await station.AddSlotsAsync();
        await using (var field = new Field(engine, people, rounds, turn))
        {
            await field.AddAsync(new SqliteFloor(floor));
            await field.AddAsync(new EfContender(options => options.UseSqlite($"Data Source={peer}"), oneWriter: true));
            await field.AddAsync(new KernelContender(station));
            await field.AddAsync(new ManagerContender(station));
            await field.AddAsync(new KernelContender(station, "kernel, with request key", keyed: true));
            figures.AddRange(await field.RunAsync(field.Rows()));
        }

        figures.AddRange(await GroupCommitAsync(engine, folder, rounds, turn * 2));
        return figures;
    }

    /// <summary>64 clients: what syncing each group costs, without the SDK and with it.</summary>
    private static async Task<IReadOnlyList<Figure>> GroupCommitAsync(string engine, TemporaryFolder folder, int rounds, TimeSpan turn)
    {
        const int clients = 64;
        var race = new Race(engine, "Booking, 1,000 slots, 64 clients", rounds);
        var contenders = new List<Contender>();
        var warm = new List<Microsoft.Data.Sqlite.SqliteConnection>();
        await using var full = await OpenAsync(New(folder));
        await using var normal = await OpenAsync(New(folder), sync: false);
        foreach (var station in (Station[])[full, normal])
        {
            await station.AddSlotsAsync();
        }

        foreach (var mode in (string[])["FULL", "NORMAL"])
        {
            var path = New(folder);
            SqliteFloor.Create(path);
            warm.Add(SqliteFloor.Warm(path));
            contenders.Add(new GroupCommitter(path, mode));
        }

        contenders.Add(new KernelContender(full, "kernel, group commit, FULL"));
        contenders.Add(new KernelContender(normal, "kernel, group commit, NORMAL (no setting of the product)"));
        foreach (var contender in contenders)
        {
            var connected = new List<Client>();
            for (var i = 0; i < clients; i++)
            {
                connected.Add(await contender.ConnectAsync(default));
            }

            race.Add(contender.Name, () => Race.TurnAsync(connected, Work.BookMany, 1000, turn, 1));
        }

        var figures = await race.RunAsync(warm: true);
        foreach (var contender in contenders)
        {
            if (await contender.MismatchesAsync() is > 0 and var mismatches)
            {
                throw new InvalidOperationException($"{contender.Name}: {mismatches} seats and bookings do not match.");
            }

            await contender.DisposeAsync();
        }

        warm.ForEach(connection => connection.Dispose());
        return figures;
    }

    public static Task<Station> OpenAsync(string path, bool sync = true) =>
        Station.OpenAsync(builder => builder.UseSqlite(
            options =>
            {
                options.Path = path;
                options.SyncEachCommit = sync;
            },
            SchemaMode.Create));

    private static async Task<TimeSpan> WithStationAsync(TemporaryFolder folder, Func<Station, Task<TimeSpan>> load)
    {
        await using var station = await OpenAsync(New(folder));
        return await load(station);
    }

    private static string New(TemporaryFolder folder) => folder.File($"{s_file++}.db");
}
