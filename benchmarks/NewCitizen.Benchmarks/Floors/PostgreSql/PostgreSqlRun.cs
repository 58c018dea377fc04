using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Benchmarks.Floors.Ef;
using NewCitizen.Benchmarks.Floors.Sdk;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Storage;
using Npgsql;

namespace NewCitizen.Benchmarks.Floors.PostgreSql;

/// <summary>All rows on one PostgreSQL server; contenders have schemas of their own in one database.</summary>
internal static class PostgreSqlRun
{
    private static int s_schema;

    public static async Task<List<Figure>> RunAsync(string server, string engine, int people, int rounds, TimeSpan turn)
    {
        using var folder = new TemporaryFolder();
        var figures = new List<Figure>();
        var loads = new LoadRace(engine, people, Math.Min(rounds, 3));
        loads.Add("raw SQL", 1, async count =>
        {
            var schema = await NewFloorAsync(server);
            return await DroppingAsync(server, schema, () => PostgreSqlFloor.LoadAsync(server, schema, LoadRace.Rows(count)));
        });
        loads.Add(Race.Peer, 0.3, async count =>
        {
            var schema = await NewFloorAsync(server);
            return await DroppingAsync(server, schema, () => EfContender.LoadAsync(options => options.UseNpgsql(In(server, schema)), LoadRace.Rows(count)));
        });
        loads.Add("kernel, same columns", 1, count => WithStationAsync(server, folder, station => Loads.SheetsAsync(station, LoadRace.People(count))));
        loads.Add("typed store, whole files", 1, count => WithStationAsync(server, folder, station => Loads.FilesAsync(station, LoadRace.People(count))));
        loads.Add("managers, 64 calls in flight", 0.1, count => WithStationAsync(server, folder, station => Loads.RegisterAsync(station, FileRows.People.Take(count), 64)));
        figures.AddRange(await loads.RunAsync());

        Known.Prepare(people);
        var floor = await NewFloorAsync(server);
        await PostgreSqlFloor.LoadAsync(server, floor, LoadRace.Rows(people));
        var peer = await NewFloorAsync(server);
        await PostgreSqlFloor.LoadAsync(server, peer, LoadRace.Rows(people));
        await using var station = await OpenAsync(server, NewSchema(), folder);
        await Loads.SheetsAsync(station, LoadRace.People(people));
        await Loads.FilesAsync(station, LoadRace.People(people));
        await station.AddSlotsAsync();
        await ExecuteAsync(server, "VACUUM ANALYZE");
        await using var field = new Field(engine, people, rounds, turn);
        await field.AddAsync(new PostgreSqlFloor(server, floor, oneStatement: true));
        await field.AddAsync(new EfContender(options => options.UseNpgsql(In(server, peer)), oneWriter: false));
        await field.AddAsync(new KernelContender(station));
        await field.AddAsync(new ManagerContender(station));
        await field.AddAsync(new KernelContender(station, "kernel, with request key", keyed: true));
        await field.AddAsync(new PostgreSqlFloor(server, floor, oneStatement: false));
        figures.AddRange(await field.RunAsync(field.Rows()));
        return figures;
    }

    /// <summary>The SDK in a schema of the server.</summary>
    public static Task<Station> OpenAsync(string server, string schema, TemporaryFolder folder) =>
        Station.OpenAsync(builder => builder
            .UsePostgreSql(
                options =>
                {
                    options.ConnectionString = server;
                    options.Schema = schema;
                },
                SchemaMode.Create)
            .UseKeyFile(folder.File($"{schema}.keys.json")));

    /// <summary>PostgreSQL with the server's version.</summary>
    public static async Task<string> NameAsync(string server)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var connection = await source.OpenConnectionAsync();
        return $"PostgreSQL {connection.PostgreSqlVersion}";
    }

    public static string NewSchema() => FormattableString.Invariant($"bench_{Environment.ProcessId}_{s_schema++}");

    public static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static string In(string server, string schema) => new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ConnectionString;

    private static async Task<string> NewFloorAsync(string server)
    {
        var schema = NewSchema();
        await PostgreSqlFloor.CreateAsync(server, schema);
        return schema;
    }

    private static async Task<TimeSpan> WithStationAsync(string server, TemporaryFolder folder, Func<Station, Task<TimeSpan>> load)
    {
        var schema = NewSchema();
        return await DroppingAsync(server, schema, async () =>
        {
            await using var station = await OpenAsync(server, schema, folder);
            return await load(station);
        });
    }

    private static async Task<TimeSpan> DroppingAsync(string server, string schema, Func<Task<TimeSpan>> load)
    {
        var time = await load();
        await ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE");
        return time;
    }
}
