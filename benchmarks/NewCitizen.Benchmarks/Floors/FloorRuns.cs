using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewCitizen.Benchmarks.Floors.PostgreSql;
using NewCitizen.Benchmarks.Floors.Sqlite;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>
/// Every row of the table of floors. Each part runs in a process of its own and leaves its figures in a file; the report reads them.
/// Arguments: <c>store|scale [--postgres 15|18] [--people N] [--rounds N] [--turn MS] [--out FILE]</c> (SQLite without <c>--postgres</c>), or
/// <c>report FIGURES... README MACHINE</c>, or <c>faults TABLE README</c> for the table of the drills.
/// </summary>
internal static class FloorRuns
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args[0] == "report")
        {
            var measured = args[1..^2].SelectMany(file => JsonSerializer.Deserialize<List<Figure>>(File.ReadAllText(file))!).ToList();
            Markers.Replace(args[^2], "stores", Report.Write(measured, args[^1]));
            return 0;
        }

        if (args[0] == "faults")
        {
            Markers.Replace(args[2], "faults", await File.ReadAllTextAsync(args[1]));
            return 0;
        }

        var people = Option(args, "--people", 150_000);
        var rounds = Option(args, "--rounds", 5);
        var turn = TimeSpan.FromMilliseconds(Option(args, "--turn", 400));
        await using var started = Text(args, "--postgres") is { } major ? await StartAsync(major) : null;
        var server = started?.ConnectionString;
        var figures = (args[0], server) switch
        {
            ("store", null) => await SqliteRun.RunAsync(SqliteName(), people, rounds, turn),
            ("store", _) => await PostgreSqlRun.RunAsync(server, await PostgreSqlRun.NameAsync(server), people, rounds, turn),
            ("scale", _) => await ScaleAsync(server, people, rounds, turn),
            _ => throw new ArgumentException($"There is no part '{args[0]}'.", nameof(args)),
        };
        if (Text(args, "--out") is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures));
        }

        return 0;
    }

    /// <summary>A server of its own with memory as a small machine would have it; commits wait for the disk.</summary>
    private static Task<PostgreSqlServer> StartAsync(string major) => PostgreSqlServer.StartNewAsync(new PostgreSqlServerOptions
    {
        Major = int.Parse(major, CultureInfo.InvariantCulture),
        SharedBuffers = "1GB",
        Settings = new Dictionary<string, string> { ["max_wal_size"] = "4GB" },
    });

    private static async Task<List<Figure>> ScaleAsync(string? server, int people, int rounds, TimeSpan turn)
    {
        using var folder = new TemporaryFolder();
        var number = 0;
        return server is null
            ? await new ScaleRun(SqliteName(), () => SqliteRun.OpenAsync(folder.File($"{number++}.db")), people, rounds, turn).RunAsync()
            : await new ScaleRun(await PostgreSqlRun.NameAsync(server), () => PostgreSqlRun.OpenAsync(server, PostgreSqlRun.NewSchema(), folder), people, rounds, turn).RunAsync();
    }

    private static string SqliteName()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return $"SQLite {Opened(connection).ServerVersion}";
    }

    private static SqliteConnection Opened(SqliteConnection connection)
    {
        connection.Open();
        return connection;
    }

    private static int Option(string[] args, string name, int standard) => Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;

    private static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? null : args[at + 1];
    }
}
