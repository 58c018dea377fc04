using System.Diagnostics;

namespace NewCitizen.Faults.Drills;

/// <summary>kill -9 of the node that leads a Patroni cluster of three, and of its Patroni; another is elected, the old one rejoins.</summary>
internal static class LeaderKills
{
    public static bool IsPossible => File.Exists("/usr/bin/patroni") && File.Exists("/usr/bin/etcd");

    public static async Task<Outcome> RunAsync(string folder, int kills, long answersBetween)
    {
        // The servers run as another user.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }

        var cluster = Path.Combine(folder, "cluster");
        var connection = await ClusterAsync("start", cluster);
        try
        {
            var scene = await Scene.OpenAsync(folder, $"pg:faults:{connection}", writers: 2, clients: 16);
            await using var _ = scene;
            for (var kill = 0; kill < kills; kill++)
            {
                await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(30));
                var node = await ClusterAsync("kill-leader", cluster);
                await scene.AdvanceAsync(answersBetween / 10, TimeSpan.FromSeconds(120));
                await ClusterAsync("revive", cluster, node);
            }

            await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(30));
            return new("kill -9 of the Patroni leader and of its Patroni", "PostgreSQL 15, 3 nodes, synchronous and strict", kills, await scene.CloseAsync());
        }
        finally
        {
            await ClusterAsync("stop", cluster);
        }
    }

    private static async Task<string> ClusterAsync(params string[] arguments)
    {
        // To a file: the servers keep what they are given open.
        var output = Path.GetTempFileName();
        var start = new ProcessStartInfo("bash") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "bash \"$0\" \"$@\" >" + output, Script(), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var text = (await File.ReadAllTextAsync(output)).Trim();
        File.Delete(output);
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"patroni.sh {arguments[0]} ended with {process.ExitCode}.");
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "clusters", "patroni.sh");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException("tests/clusters/patroni.sh was not found.");
    }
}
