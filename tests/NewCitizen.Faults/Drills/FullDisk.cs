using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Faults.Drills;

/// <summary>The disk fills under load; writers keep asking; then somebody makes room.</summary>
internal static class FullDisk
{
    public static async Task<Outcome> SqliteAsync(string folder)
    {
        using var disk = new SmallDisk(Path.Combine(folder, "disk"), 40);
        var scene = await Scene.OpenAsync(folder, $"sqlite:{Path.Combine(disk.Folder, "hall.db")}", writers: 2, clients: 32);
        await using var _ = scene;
        await FillAsync(scene, disk);
        disk.Grow(2000);
        await scene.AdvanceAsync(10_000, TimeSpan.FromSeconds(20));
        return new("full disk, then room again", "SQLite", 1, await scene.CloseAsync());
    }

    public static async Task<Outcome> PostgreSqlAsync(string folder)
    {
        using var disk = new SmallDisk(Path.Combine(folder, "disk"), 150);
        var before = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", disk.Folder);
        await using var server = await PostgreSqlServer.StartNewAsync();
        Environment.SetEnvironmentVariable("TMPDIR", before);
        var scene = await Scene.OpenAsync(folder, $"pg:faults:{server.ConnectionString}", writers: 2, clients: 16);
        await using var _ = scene;
        await FillAsync(scene, disk);
        disk.Grow(2000);

        // Without room for its log the server stops itself; whoever runs it starts it again.
        await server.KillAsync();
        await server.StartAsync();
        await scene.AdvanceAsync(5_000, TimeSpan.FromSeconds(20));
        return new("full disk, then room again and a restart", $"PostgreSQL {server.Version}", 1, await scene.CloseAsync());
    }

    private static async Task FillAsync(Scene scene, SmallDisk disk)
    {
        var until = DateTime.UtcNow.AddMinutes(3);
        var (answers, still) = (scene.Answers, 0);

        // Full is when no writer got an answer for three seconds.
        while (still < 30)
        {
            await Task.Delay(100);
            still = scene.Answers > answers ? 0 : still + 1;
            answers = scene.Answers;
            if (DateTime.UtcNow > until)
            {
                throw new InvalidOperationException($"The disk did not fill: {new DriveInfo(disk.Folder).AvailableFreeSpace:N0} bytes are free.");
            }
        }
    }
}
