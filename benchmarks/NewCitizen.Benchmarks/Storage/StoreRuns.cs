using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>
/// Runs of a whole store, which are too long for BenchmarkDotNet: rounds in which every contender takes its turn, medians, and ratios of
/// the same round, so that other work on the machine weighs on both sides. Arguments: <c>[lookup|import] [--people N] [--rounds N] [--window N]</c>.
/// </summary>
internal static class StoreRuns
{
    public static async Task<int> RunAsync(string[] args)
    {
        var people = Option(args, "--people", 150_000);
        var rounds = Option(args, "--rounds", 7);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, SQLite {SqliteVersion()}, {Environment.ProcessorCount} processors, {people:N0} people, {rounds} rounds, load {Load()}"));
        using var folder = new TemporaryFolder();
        if (!args.Contains("import"))
        {
            Console.WriteLine();
            Console.WriteLine(await PointLookup.RunAsync(folder, people, rounds));
        }

        if (!args.Contains("lookup"))
        {
            Console.WriteLine();
            Console.WriteLine(await RosterImport.RunAsync(folder, people, Math.Min(rounds, 5), Option(args, "--window", 1024)));
        }

        Console.WriteLine($"load {Load()}");
        return 0;
    }

    private static int Option(string[] args, string name, int standard)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? standard : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }

    private static string SqliteVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg")[..14] : "unknown";
}
