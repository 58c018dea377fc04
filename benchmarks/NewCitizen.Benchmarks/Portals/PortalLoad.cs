using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewCitizen.Benchmarks.Floors;
using NewCitizen.Benchmarks.Storage;

namespace NewCitizen.Benchmarks.Portals;

/// <summary>
/// Simulated people who book in the real portal, a process of its own on loopback with a fresh SQLite file: <c>portal DLL SECONDS README MACHINE</c>. Each
/// row has a portal and a file of its own; afterwards the file is opened and its books are checked.
/// </summary>
internal static class PortalLoad
{
    private static readonly (int Users, double Pause)[] s_rows = [(200, 2), (400, 2), (200, 0), (400, 0)];

    public static async Task<int> RunAsync(string[] args)
    {
        var (portal, seconds, readme, machine) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3]);
        var text = new StringBuilder();
        text.AppendLine("| Users | Pause before a page | Pages | A second | p50 | p95 | p99 | Errors | Booked, as the users saw it | Booked, in the store | Still held | Places taken |");
        text.AppendLine("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var sound = true;
        foreach (var (users, pause) in s_rows)
        {
            using var folder = new TemporaryFolder();
            var hall = await LoadHall.PrepareAsync(folder.File("portal.db"));
            var (tally, elapsed) = await DriveAsync(portal, folder.File("portal.db"), users, pause, seconds);
            var books = await hall.CheckAsync();
            sound &= books.Problems == 0 && books.Booked == tally.Booked && books.Taken == books.Booked + books.Held && tally.Errors.IsEmpty;
            double[] ordered = [.. tally.Milliseconds.Order()];
            text.AppendLine(CultureInfo.InvariantCulture, $"| {users} | {(pause == 0 ? "none" : $"{pause / 2:0}–{pause * 1.5:0} s")} | {ordered.Length:N0} | {ordered.Length / elapsed.TotalSeconds:N0} | {Time(At(ordered, 0.5))} | {Time(At(ordered, 0.95))} | {Time(At(ordered, 0.99))} | {tally.Errors.Count} | {tally.Booked:N0} | {books.Booked:N0} | {books.Held:N0} | {books.Taken:N0} |");
            foreach (var error in tally.Errors.GroupBy(error => error).Take(5))
            {
                await Console.Error.WriteLineAsync($"{users} users: {error.Count()} × {error.Key}");
            }
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"""
            {machine} {seconds} seconds a row after 5 of warming up, whose bookings count too; users, portal and store share the machine.


            """);
        Markers.Replace(readme, "portal", note + text);
        await Console.Out.WriteLineAsync(note + text);
        return sound ? 0 : 1;
    }

    private static async Task<(PortalTally Tally, TimeSpan Elapsed)> DriveAsync(string portal, string store, int users, double pause, int seconds)
    {
        using var process = await PortalProcess.StartAsync(portal, store);

        // What the portal does for the first time is no one's wait: pages are compiled, the store's caches filled.
        var warm = new PortalTally();
        await RunAsync(process.Address, 8, 0, TimeSpan.FromSeconds(5), warm, firstSeed: 10_000);
        var tally = new PortalTally { Booked = warm.Booked };
        var watch = Stopwatch.StartNew();
        await RunAsync(process.Address, users, pause, TimeSpan.FromSeconds(seconds), tally, firstSeed: 0);
        return (tally, watch.Elapsed);
    }

    private static Task RunAsync(Uri address, int users, double pause, TimeSpan time, PortalTally tally, int firstSeed)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(Enumerable.Range(0, users).Select(i => Task.Run(() => new PortalVisitor(address, tally, new Random(firstSeed + i), pause, until).RunAsync())));
    }

    private static double At(double[] ordered, double share) => ordered.Length == 0 ? 0 : ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];

    private static string Time(double milliseconds) => milliseconds >= 1000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s") : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
