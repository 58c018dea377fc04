using NewCitizen.Faults.Load;

namespace NewCitizen.Faults.Drills;

/// <summary>
/// A power cut in the middle of a write: both writers are killed, and behind the last commit of the write-ahead log stands what a disk may
/// have of the next one — half a frame, frames in the wrong order, anything.
/// </summary>
internal static class TornTail
{
    public static async Task<Outcome> RunAsync(string folder, int times, long answersBetween)
    {
        var path = Path.Combine(folder, "hall.db");
        var random = new Random(times);
        var scene = await Scene.OpenAsync(folder, $"sqlite:{path}", writers: 2, clients: 32);
        await using var _ = scene;
        for (var time = 0; time < times; time++)
        {
            await scene.AdvanceAsync(random.NextInt64(answersBetween / 2, answersBetween * 3 / 2), TimeSpan.FromSeconds(30));

            // Closed while the writers live: whoever closes last would tidy the log away.
            await scene.PauseAsync();
            foreach (var writer in scene.Writers)
            {
                writer.Kill();
            }

            JournalTail.Tear(path + "-wal", random);
            await scene.ResumeAsync();
            foreach (var writer in scene.Writers)
            {
                writer.Start();
            }
        }

        await scene.AdvanceAsync(answersBetween / 2, TimeSpan.FromSeconds(20));
        return new("kill -9 of all clients and a torn tail of the write-ahead log", "SQLite", times * 2, await scene.CloseAsync());
    }
}
