using System.Globalization;
using System.Text.Json;
using NewCitizen.Benchmarks.Floors.PostgreSql;
using NewCitizen.Benchmarks.Floors.Sqlite;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>
/// Every row of the table of floors. Each part runs in a process of its own and leaves its figures in a file; the report reads them.
/// Arguments: <c>sqlite|postgresql|scale|report [--people N] [--rounds N] [--turn MS] [--out FILE]</c>.
/// </summary>
internal static class FloorRuns
{
    public static async Task<int> RunAsync(string[] args)
    {
        var people = Option(args, "--people", 150_000);
        var rounds = Option(args, "--rounds", 5);
        var turn = TimeSpan.FromMilliseconds(Option(args, "--turn", 400));
        List<Figure> figures = args[0] switch
        {
            "sqlite" => await SqliteRun.RunAsync("SQLite", people, rounds, turn),
            "postgresql" => await PostgreSqlRun.RunAsync(Text(args, "--server") ?? throw new ArgumentException("--server is missing.", nameof(args)), "PostgreSQL", people, rounds, turn),
            _ => throw new ArgumentException($"There is no part '{args[0]}'.", nameof(args)),
        };
        if (Text(args, "--out") is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures));
        }

        return 0;
    }

    private static int Option(string[] args, string name, int standard) => Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;

    private static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? null : args[at + 1];
    }
}
