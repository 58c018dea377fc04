using System.Diagnostics;
using System.Text;
using CustomStore.Tests;
using NewCitizen.Storage.PostgreSql.Tests;
using NewCitizen.Storage.Sqlite.Tests;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Tests.InMemory;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Conformance.Runner;

/// <summary>The page about all stores. It says nothing that differs between two runs: no time, no machine, no minor version.</summary>
internal static class Matrix
{
    private const string Head = """
        # Which store keeps which promise

        Made by `bash eng/conformance.sh`, which runs the whole conformance kit of `NewCitizen.Testing` on each store; CI fails when this page is
        not what it writes. *passed*: every check of the scenario held. *deviates*: the store says it does not keep the promise, and why, and the
        check really fails. *not claimed*: the store does not claim the capability. *not tested*: its tests give the kit no means to do so, such as
        a way to fail inside a commit. Run the kit on a store of your own: [Write your own store](guides/custom-store.md).


        """;

    private static IReadOnlyList<StoreColumn> Columns { get; } =
    [
        new("in-memory", () => new InMemoryFixture()),
        new("SQLite", () => new SqliteFixture()),
        new("PostgreSQL 15", () => new PostgreSqlFixture(PostgreSqlInstall.Old)),
        new("PostgreSQL 18", () => new PostgreSqlFixture(PostgreSqlInstall.New)),
        new("CustomStore (sample)", () => new LogStoreFixture()),
    ];

    public static async Task<int> WriteAsync(string file)
    {
        var (text, conforming) = await RunAsync();
        await File.WriteAllTextAsync(file, text);
        return conforming ? 0 : 1;
    }

    public static async Task<int> CheckAsync(string file)
    {
        var (text, conforming) = await RunAsync();
        if (await File.ReadAllTextAsync(file) == text) return conforming ? 0 : 1;
        Console.Error.WriteLine($"{file} is not what the kit finds; write it anew with: bash eng/conformance.sh");
        return 1;
    }

    private static async Task<(string Text, bool Conforming)> RunAsync()
    {
        var reports = new List<ConformanceReport>();
        foreach (var column in Columns)
        {
            var watch = Stopwatch.StartNew();
            var fixture = column.Fixture();
            var report = await ConformanceReport.RunAsync(fixture, CancellationToken.None);
            (fixture as IDisposable)?.Dispose();
            reports.Add(report with { Title = column.Name });
            Console.Error.WriteLine($"{column.Name}: {report.Results.Count(result => result.Outcome == ScenarioOutcome.Passed)} of {report.Results.Count} passed ({watch.Elapsed.TotalSeconds:F1} s)");
            foreach (var failure in report.Results.Where(result => result.Outcome == ScenarioOutcome.Failed))
            {
                Console.Error.WriteLine($"  {failure.Scenario.Name}: {failure.Note}");
            }
        }

        var text = new StringBuilder(Head).Append(CapabilityMatrix.ToMarkdown(reports));
        return (text.ToString().ReplaceLineEndings("\n"), reports.TrueForAll(report => report.IsConforming));
    }
}
