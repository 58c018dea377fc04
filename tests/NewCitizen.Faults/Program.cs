using System.Diagnostics;
using NewCitizen.Faults;
using NewCitizen.Faults.Drills;
using NewCitizen.Faults.Load;
using NewCitizen.TestServers.PostgreSql;

// writer ... and migrate ... are the processes that are killed; self-check spoils a store and proves that the checker sees it. Otherwise: [DRILL...] [--scale PER-CENT] [--out FILE] runs the drills and prints
// the table; exit 1 if anything was lost.
if (args is ["writer", .. var writer])
{
    return await Writer.RunAsync(writer);
}

if (args is ["migrate", var address])
{
    return await Migrations.MigrateAsync(address);
}

if (args is ["self-check"])
{
    var place = Directory.CreateTempSubdirectory("newcitizen-faults-").FullName;
    await SelfCheck.RunAsync(place);
    Directory.Delete(place, recursive: true);
    return 0;
}

var scale = int.Parse(Option("--scale") ?? "100", null) / 100.0;
var drills = new (string Name, bool Possible, Func<string, Task<Outcome>> Run)[]
{
    ("client-sqlite", true, folder => ClientKills.RunAsync("SQLite", Sqlite(folder), folder, 64, 10, Scaled(40_000))),
    ("client-postgresql", HasPostgreSql(), folder => OnServerAsync(server => ClientKills.RunAsync($"PostgreSQL {server.Version}", Address(server), folder, 16, 5, Scaled(20_000)))),
    ("server", HasPostgreSql(), folder => ServerKills.RunAsync(folder, 5, Scaled(20_000))),
    ("leader", HasPostgreSql() && LeaderKills.IsPossible, folder => LeaderKills.RunAsync(folder, 2, Scaled(20_000))),
    ("broker", BrokerKills.IsPossible, folder => BrokerKills.RunAsync(folder, 3, Scaled(3_000))),
    ("disk-sqlite", SmallDisk.IsPossible, FullDisk.SqliteAsync),
    ("disk-postgresql", SmallDisk.IsPossible && HasPostgreSql(), FullDisk.PostgreSqlAsync),
    ("clock-sqlite", true, folder => ClientKills.RunAsync("SQLite", Sqlite(folder), folder, 64, 2, Scaled(40_000), jump: true)),
    ("clock-postgresql", HasPostgreSql(), folder => OnServerAsync(server => ClientKills.RunAsync($"PostgreSQL {server.Version}", Address(server), folder, 16, 2, Scaled(15_000), jump: true))),
    ("torn-tail", true, folder => TornTail.RunAsync(folder, 4, Scaled(30_000))),
    ("migration-sqlite", true, folder => Migrations.RunAsync("SQLite", Sqlite(folder), folder, 10, Scaled(60_000))),
    ("migration-postgresql", HasPostgreSql(), folder => OnServerAsync(server => Migrations.RunAsync($"PostgreSQL {server.Version}", Address(server), folder, 10, Scaled(40_000)))),
};
var wanted = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
var outcomes = new List<Outcome>();
var broken = false;
foreach (var (name, possible, run) in drills.Where(drill => wanted.Count == 0 || wanted.Contains(drill.Name)))
{
    var started = Stopwatch.StartNew();
    Console.Error.Write($"{name}: ");
    if (!possible)
    {
        outcomes.Add(new(name, "not possible on this machine", 0, null));
        Console.Error.WriteLine("not possible here");
        continue;
    }

    var folder = Directory.CreateTempSubdirectory("newcitizen-faults-").FullName;
    if (!OperatingSystem.IsWindows())
    {
        // Servers run as another user.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
    }

    try
    {
        outcomes.Add(await run(folder));
    }
    catch (Exception failure)
    {
        // The other drills still run; the table says that this one did not end.
        Console.Error.WriteLine(failure);
        outcomes.Add(new(name, "did not end", 0, null));
        broken = true;
        continue;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }

    Console.Error.WriteLine($"{outcomes[^1].Times} times, {outcomes[^1].Verdict}, {started.Elapsed.TotalSeconds:F0} s");
}

var report = Report.Write(outcomes, Option("--machine") ?? string.Empty);
Console.Out.WriteLine(report);
if (Option("--out") is { } file)
{
    File.WriteAllText(file, report);
}

return !broken && outcomes.All(outcome => outcome.Verdict is null or { IsClean: true }) ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;

long Scaled(long answers) => (long)(answers * scale);

static string Sqlite(string folder) => $"sqlite:{Path.Combine(folder, "hall.db")}";

static string Address(PostgreSqlServer server) => $"pg:faults:{server.ConnectionString}";

static bool HasPostgreSql() => PostgreSqlInstall.Find(PostgreSqlInstall.Old) is not null;

static async Task<Outcome> OnServerAsync(Func<PostgreSqlServer, Task<Outcome>> run)
{
    await using var server = await PostgreSqlServer.StartNewAsync();
    return await run(server);
}
