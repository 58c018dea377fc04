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

        var cluster = new ClusterScript("patroni.sh", Path.Combine(folder, "cluster"));
        var connection = await cluster.RunAsync("start");
        try
        {
            var scene = await Scene.OpenAsync(folder, $"pg:faults:{connection}", writers: 2, clients: 16);
            await using var _ = scene;
            for (var kill = 0; kill < kills; kill++)
            {
                await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(30));
                var node = await cluster.RunAsync("kill-leader");
                await scene.AdvanceAsync(answersBetween / 10, TimeSpan.FromSeconds(120));
                await cluster.RunAsync("revive", node);
            }

            await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(30));
            return new("kill -9 of the Patroni leader and of its Patroni", "PostgreSQL, 3 nodes, synchronous and strict", kills, await scene.CloseAsync());
        }
        finally
        {
            await cluster.RunAsync("stop");
        }
    }
}
