using System.Diagnostics;
using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Sharding;

/// <summary>The scripts that start sharded and partitioned servers do what they say, and leave nothing behind.</summary>
public sealed class ClusterScriptTests
{
    private const int NotInstalled = 77;

    [SkippableFact]
    public async Task Sharded_JoinedByForeignTables_RefusesWhatTheGuideSays()
    {
        var folder = NewFolder();
        try
        {
            var connections = (await RunAsync("postgres-sharded.sh", "start", folder, "2")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, connections.Length);
            var shown = await RunAsync("postgres-sharded.sh", "foreign", folder);
            Assert.Contains("refused: a unique index over all servers", shown, StringComparison.Ordinal);
            Assert.Contains("refused: a prepared transaction", shown, StringComparison.Ordinal);
            Assert.Contains("half a commit", shown, StringComparison.Ordinal);
        }
        finally
        {
            await RunAsync("postgres-sharded.sh", "stop", folder);
        }

        Assert.False(Directory.Exists(folder));
    }

    [SkippableFact]
    public async Task Partitioned_WithAStore_ShowsItsPartitions()
    {
        var folder = NewFolder();
        try
        {
            var connection = (await RunAsync("postgres-partitioned.sh", "start", folder)).Trim();
            await using (var store = new PostgreSqlRecordStore(new() { ConnectionString = connection, Partitions = 4 }, NewCitizen.Testing.Conformance.KitKinds.All))
            {
                await store.PrepareAsync(SchemaMode.Create, default);
            }

            Assert.Contains("newcitizen.kit_other: 4 partitions, 0 rows", await RunAsync("postgres-partitioned.sh", "show", folder), StringComparison.Ordinal);
            NpgsqlConnection.ClearAllPools();
        }
        finally
        {
            await RunAsync("postgres-partitioned.sh", "stop", folder);
        }

        Assert.False(Directory.Exists(folder));
    }

    private static string NewFolder() => Path.Combine(Path.GetTempPath(), $"newcitizen-cluster-{Environment.ProcessId}-{PostgreSqlServer.NewSchema()}");

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        PostgreSqlInstall.Require(PostgreSqlInstall.Old);
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Sdk.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(root.FullName, "tests", "clusters", script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Skip.If(process.ExitCode == NotInstalled, await errors);
        Assert.True(process.ExitCode == 0, $"{script} {arguments[0]}: {await output}{await errors}");
        return await output;
    }
}
