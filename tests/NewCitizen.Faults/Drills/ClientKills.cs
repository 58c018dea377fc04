using NewCitizen.Faults.Checking;

namespace NewCitizen.Faults.Drills;

/// <summary>kill -9 of client processes in the middle of commits; the next one asks again for what has no answer.</summary>
internal static class ClientKills
{
    public static async Task<Outcome> RunAsync(string store, string address, string folder, int clients, int kills, long answersBetween, bool jump = false)
    {
        var random = new Random(kills);
        var scene = await Scene.OpenAsync(folder, address, writers: 2, clients, jump);
        await using var _ = scene;
        for (var kill = 0; kill < kills; kill++)
        {
            await scene.AdvanceAsync(random.NextInt64(answersBetween / 2, answersBetween * 3 / 2), TimeSpan.FromSeconds(40));
            scene.KillWriter(random.Next(scene.Writers.Count));
        }

        await scene.AdvanceAsync(answersBetween / 2, TimeSpan.FromSeconds(20));
        return new(jump ? "clocks of clients jump by up to 400 days; kill -9 of them as well" : "kill -9 of a client process", store, kills, await scene.CloseAsync());
    }
}
