using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Faults.Drills;

/// <summary>kill -9 of all processes of PostgreSQL; it recovers from its own log.</summary>
internal static class ServerKills
{
    public static async Task<Outcome> RunAsync(string folder, int kills, long answersBetween)
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        var random = new Random(kills);
        var scene = await Scene.OpenAsync(folder, $"pg:faults:{server.ConnectionString}", writers: 2, clients: 16);
        await using var _ = scene;
        for (var kill = 0; kill < kills; kill++)
        {
            await scene.AdvanceAsync(random.NextInt64(answersBetween / 2, answersBetween * 3 / 2), TimeSpan.FromSeconds(30));
            await server.KillAsync();
            await server.StartAsync();
        }

        await scene.AdvanceAsync(answersBetween, TimeSpan.FromSeconds(20));
        return new("kill -9 of the server", $"PostgreSQL {server.Version}", kills, await scene.CloseAsync());
    }
}
