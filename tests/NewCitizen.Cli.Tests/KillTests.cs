using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Exchange.Tests.Rosters;
using NewCitizen.Residents;
using NewCitizen.TestStores;

namespace NewCitizen.Cli.Tests;

/// <summary>Ends the real program with SIGKILL in the middle of imports.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int KillsAStore = 5;
    private const int Rows = 3_000;

    // The program says each row it settles, and waits while nobody reads: a pipe holds some 700 lines and the import has 512 rows on their
    // way. After this many lines at most 2,300 rows can be stored, so a kill comes in the middle however fast or busy the machine is.
    private const int MostLines = 1_000;

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
            for (var kill = 0; kill < KillsAStore && killed < Kills; kill++)
            {
                using var import = Start(folder["r.csv"], store, folder["i.csv"]);
                var (read, finished) = await KillAsync(import, random);
                acknowledged = Math.Max(acknowledged, read);
                var people = await NumbersAsync(store);
                Assert.All(messy.Rows.Take((int)acknowledged).Where(row => row.Fate == MessyFate.Accepted), row => Assert.True(people.Contains(Full(row.Number)), $"row {row.Row} was acknowledged and is gone"));
                Assert.True(people.Count <= messy.Accepted);
                kept = people.Count;
                Assert.False(finished, "the import was over before it was killed");
                killed++;
                if (people.Count > 0 && people.Count < messy.Accepted) midway++;
            }

            var last = await CliRun.RunAsync("import", folder["r.csv"], "--store", TestStore.Name(store), "--issues", folder["i.csv"], "--json");
            Assert.Equal($$"""{"read":{{messy.Read}},"accepted":{{messy.Accepted - kept}},"refused":{{messy.Refused}},"duplicate":{{messy.Duplicates + kept}}}""", last.Lines[^1]);
            Assert.Equal(messy.Accepted, (await NumbersAsync(store)).Count);
            Assert.Equal(0, (await CliRun.RunAsync("audit", "verify", "--store", TestStore.Name(store))).Exit);
        }

        // Or the kills came too early to prove anything.
        Assert.True(midway >= Kills / 2, string.Create(CultureInfo.InvariantCulture, $"only {midway} of {killed} kills came in the middle"));
    }

    private static Process Start(string roster, string store, string issues)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (TestStore.KeysOf(TestStore.Name(store)) is { } keys) start.Environment["NEWCITIZEN_KEYS"] = keys;
        foreach (var argument in new[] { "exec", typeof(CliApplication).Assembly.Location, "import", roster, "--store", TestStore.Name(store), "--issues", issues, "--json", "--progress", "1" })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Reads some acknowledgements, lets a moment pass without reading, kills, and reads what was said before the end.</summary>
    private static async Task<(long Read, bool Finished)> KillAsync(Process import, Random random)
    {
        var errors = import.StandardError.ReadToEndAsync();
        var lines = random.Next(10) == 0 ? 0 : random.Next(1, MostLines);
        var pause = TimeSpan.FromMilliseconds(lines == 0 ? random.Next(100, 900) : random.Next(0, 60));
        var (read, finished) = (0L, false);
        for (var i = 0; i < lines && await import.StandardOutput.ReadLineAsync() is { } line; i++)
        {
            Take(line);
        }

        await Task.Delay(pause);
        import.Kill();
        while (await import.StandardOutput.ReadLineAsync() is { } line)
        {
            Take(line);
        }

        await import.WaitForExitAsync();
        Assert.True(string.IsNullOrEmpty(await errors), await errors);
        return (read, finished);

        void Take(string line)
        {
            // A line cut off by the kill acknowledges nothing.
            if (!line.EndsWith('}')) return;
            var answer = JsonDocument.Parse(line).RootElement;
            if (answer.TryGetProperty("progress", out var progress)) read = progress.GetProperty("read").GetInt64();
            else finished = true;
        }
    }

    private static async Task<HashSet<string>> NumbersAsync(string store)
    {
        if (TestStore.Major is null && !File.Exists(store)) return [];
        var services = new ServiceCollection();
        services.AddNewCitizen().UseNamedStore(store);
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
