using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Exchange.Tests.Rosters;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Tests;

/// <summary>Ends the real program with SIGKILL in the middle of imports.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Rows = 3_000;

    [Fact]
    public async Task Import_KilledAtFiftyMoments_LosesNothingAcknowledgedAndCompletes()
    {
        using var folder = new TempFolder();
        var messy = MessyRoster.Make(Rows);
        await File.WriteAllBytesAsync(folder["r.csv"], messy.Bytes);
        var random = new Random(20261122);
        var (round, killed, midway, kept) = (0, 0, 0, 0L);
        while (killed < Kills)
        {
            // A store takes several kills before it is whole; then the next one begins.
            var store = folder[$"s{round++}.db"];
            var acknowledged = 0L;
            while (killed < Kills)
            {
                using var import = Start(folder["r.csv"], store, folder["i.csv"]);
                var (read, finished) = await KillAsync(import, random);
                acknowledged = Math.Max(acknowledged, read);
                var people = await NumbersAsync(store);
                Assert.All(messy.Rows.Take((int)acknowledged).Where(row => row.Fate == MessyFate.Accepted), row => Assert.True(people.Contains(Full(row.Number)), $"row {row.Row} was acknowledged and is gone"));
                Assert.True(people.Count <= messy.Accepted);
                kept = people.Count;
                if (finished) break;
                killed++;
                if (people.Count > 0 && people.Count < messy.Accepted) midway++;
            }

            var last = await CliRun.RunAsync("import", folder["r.csv"], "--store", "sqlite:" + store, "--issues", folder["i.csv"], "--json");
            Assert.Equal($$"""{"read":{{messy.Read}},"accepted":{{messy.Accepted - kept}},"refused":{{messy.Refused}},"duplicate":{{messy.Duplicates + kept}}}""", last.Lines[^1]);
            Assert.Equal(messy.Accepted, (await NumbersAsync(store)).Count);
            Assert.Equal(0, (await CliRun.RunAsync("audit", "verify", "--store", "sqlite:" + store)).Exit);
        }

        // Or the kills came too early or too late to prove anything.
        Assert.True(midway >= 5, string.Create(CultureInfo.InvariantCulture, $"only {midway} of {killed} kills came in the middle"));
    }

    private static Process Start(string roster, string store, string issues)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", typeof(CliApplication).Assembly.Location, "import", roster, "--store", "sqlite:" + store, "--issues", issues, "--json", "--progress", "20" })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits until some rows are acknowledged, then a moment of any length, then kills. Answers the rows acknowledged and whether the import was over before.</summary>
    private static async Task<(long Read, bool Finished)> KillAsync(Process import, Random random)
    {
        var errors = import.StandardError.ReadToEndAsync();
        var lines = random.Next(0, 30);
        var pause = TimeSpan.FromMilliseconds(random.Next(0, 60));
        var (read, finished) = (0L, false);
        var killer = Task.CompletedTask;
        if (lines == 0) killer = KillAfterAsync(import, pause + TimeSpan.FromMilliseconds(random.Next(100, 900)));
        while (await import.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line cut off by the kill acknowledges nothing.
            if (!line.EndsWith('}')) break;
            var answer = JsonDocument.Parse(line).RootElement;
            if (answer.TryGetProperty("progress", out var progress)) read = progress.GetProperty("read").GetInt64();
            else (read, finished) = (answer.GetProperty("read").GetInt64(), true);
            if (--lines == 0) killer = KillAfterAsync(import, pause);
        }

        await killer;
        await import.WaitForExitAsync();
        Assert.True(string.IsNullOrEmpty(await errors), await errors);
        return (read, finished);
    }

    private static async Task KillAfterAsync(Process process, TimeSpan pause)
    {
        await Task.Delay(pause);
        process.Kill();
    }

    private static async Task<HashSet<string>> NumbersAsync(string store)
    {
        if (!File.Exists(store)) return [];
        var services = new ServiceCollection();
        services.AddNewCitizen().UseSqlite(store, SchemaMode.Create);
        var provider = services.BuildServiceProvider();
        await using var scope = provider;
        await provider.StartNewCitizenAsync();
        var residents = provider.GetRequiredService<ResidentManager>();
        var context = new AccessContext(AgencyId.Parse("default"), "test", "test");
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = (await residents.ReadPageFullAsync(context, 200, after, CancellationToken.None)).Require();
            foreach (var file in page.Items) Assert.True(numbers.Add(file.Documents[0].Value.RevealNumber()), "a person is on file twice");
            after = page.Next;
        }
        while (after is not null);
        return numbers;
    }

    private static string Full(string number)
    {
        if (number.Length == 18) return number;
        var digits = number[..6] + "19" + number[6..];
        return digits + MessyRoster.CheckDigit(digits);
    }
}
