using NewCitizen.Exchange.Tests.Rosters;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Cli.Tests;

/// <summary>Moves stores between a file and a server.</summary>
public sealed class StoreOnServerTests : IDisposable
{
    private const int Records = 20_000;
    private const int AuditEntries = 5_000;
    private readonly TempFolder _folder = new();

    public static TheoryData<int> Versions => [PostgreSqlInstall.Old, PostgreSqlInstall.New];

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Versions))]
    public async Task Store_MovedToAServerAndBack_IsTheSameWithSignatures(int major)
    {
        var (file, keys) = ("sqlite:" + _folder["s.db"], _folder["s.db.keys.json"]);
        var (server, other) = (Schema(major), Schema(major));
        await ImportAsync(200, 1, file);
        await SucceedAsync("store", "copy", file, server);
        await SucceedAsync("store", "verify", "--store", file, "--with", server);
        await SucceedAsync("store", "verify", "--store", server, "--keys", keys);

        // The server goes on where the file was: records, trail and checkpoints.
        await ImportAsync(300, 2, server, keys);
        await SucceedAsync("audit", "verify", "--store", server, "--keys", keys);

        await SucceedAsync("store", "backup", "--store", server, "--out", _folder["b.db"]);
        Assert.False(File.Exists(_folder["b.db.partial"]));
        await SucceedAsync("store", "restore", _folder["b.db"], "--store", other, "--keys", keys);
        await SucceedAsync("store", "restore", _folder["b.db"], "--store", "sqlite:" + _folder["r.db"], "--keys", keys);
        await SucceedAsync("store", "verify", "--store", server, "--with", other, "--keys", keys);
        await SucceedAsync("store", "verify", "--store", "sqlite:" + _folder["r.db"], "--with", other, "--keys", keys);
        Assert.Equal(await DigestAsync(server, keys), await DigestAsync("sqlite:" + _folder["r.db"], keys));

        // And a file again, behind entries whose positions came from the server.
        await ImportAsync(400, 3, "sqlite:" + _folder["r.db"], keys);
        await SucceedAsync("store", "verify", "--store", "sqlite:" + _folder["r.db"], "--keys", keys);
    }

    [SkippableTheory]
    [MemberData(nameof(Versions))]
    public async Task Copy_ToAServerKilledOnTheWay_GoesOn(int major)
    {
        await MadeUpStore.MakeAsync(_folder["s.db"], Records, AuditEntries);
        string[] copy = ["store", "copy", "sqlite:" + _folder["s.db"], Schema(major), "--json", "--progress"];
        for (var kill = 0; kill < 4; kill++)
        {
            await ProgramProcess.KillAsync(copy, lines: kill, pause: 13 * kill);
        }

        var last = await CliRun.RunAsync(copy);
        Assert.Equal((0, string.Empty), (last.Exit, last.Error));
        var target = last.Last.GetProperty("comparison").GetProperty("target");
        Assert.Equal((Records * 49 / 50, Records / 50, AuditEntries), (target.GetProperty("living").GetInt32(), target.GetProperty("tombstones").GetInt32(), target.GetProperty("auditEntries").GetInt32()));
    }

    private static string Schema(int major) => $"postgres:{PostgreSqlServer.Shared(major).ConnectionString};Search Path={PostgreSqlServer.NewSchema()}";

    private static async Task SucceedAsync(params string[] arguments)
    {
        var run = await CliRun.RunAsync(arguments);
        Assert.True(run is { Exit: 0, Error: "" }, $"{string.Join(' ', arguments.Take(3))}: {run.Exit} {run.Error} {run.Out}");
    }

    private static async Task<string> DigestAsync(string store, string keys) =>
        (await CliRun.RunAsync("store", "verify", "--store", store, "--keys", keys, "--digest", "--json")).Last.GetProperty("digest").ToString();

    private async Task ImportAsync(int rows, int seed, string store, string? keys = null)
    {
        await File.WriteAllBytesAsync(_folder["r.csv"], MessyRoster.Make(rows, seed).Bytes);
        string[] ring = keys is null ? [] : ["--keys", keys];
        var run = await CliRun.RunAsync(["import", _folder["r.csv"], "--store", store, "--issues", _folder["i.csv"], .. ring]);
        Assert.True(run.Exit == 1, run.Error);
    }
}
