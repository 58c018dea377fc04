using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;

namespace NewCitizen.Cli.Tests;

/// <summary>Ends the real program with SIGKILL in the middle of copies, backups and migrations.</summary>
public sealed class StoreKillTests : IDisposable
{
    private const int Records = 40_000;
    private const int AuditEntries = 20_000;
    private readonly TempFolder _folder = new();
    private readonly Random _random = new(20261123);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copy_KilledAgainAndAgain_GoesOnToAWholeCopy()
    {
        await MadeUpStore.MakeAsync(_folder["s.db"], Records, AuditEntries);
        string[] copy = ["store", "copy", "sqlite:" + _folder["s.db"], "sqlite:" + _folder["t.db"], "--json", "--progress"];
        var killed = 0;
        for (var kill = 0; kill < 8; kill++)
        {
            killed += await ProgramProcess.KillAsync(copy, lines: kill, pause: _random.Next(0, 60)) ? 1 : 0;
        }

        Assert.True(killed >= 4, $"only {killed} kills came before the end");
        var last = await CliRun.RunAsync(copy);
        Assert.Equal((0, string.Empty), (last.Exit, last.Error));
        var target = last.Last.GetProperty("comparison").GetProperty("target");
        Assert.Equal((Records * 49 / 50, Records / 50, AuditEntries), (target.GetProperty("living").GetInt32(), target.GetProperty("tombstones").GetInt32(), target.GetProperty("auditEntries").GetInt32()));
        await RequireSoundAsync("t.db");
    }

    [Fact]
    public async Task Backup_KilledAtAnyMoment_NeverLeavesHalfAFileUnderItsName()
    {
        await MadeUpStore.MakeAsync(_folder["s.db"], Records, AuditEntries);
        string[] backup = ["store", "backup", "--store", "sqlite:" + _folder["s.db"], "--out", _folder["b.db"], "--json", "--progress"];
        var killed = 0;
        for (var kill = 0; kill < 6; kill++)
        {
            // The last ones while the result is being checked.
            var stopped = await ProgramProcess.KillAsync(backup, lines: 1 + (kill * 12), pause: _random.Next(0, 30));
            killed += stopped ? 1 : 0;
            if (File.Exists(_folder["b.db"]))
            {
                await RequireSoundAsync("b.db");
                File.Delete(_folder["b.db"]);
            }
        }

        Assert.True(killed >= 3, $"only {killed} kills came before the end");
        Assert.Equal(0, (await CliRun.RunAsync(backup)).Exit);
        Assert.False(File.Exists(_folder["b.db.partial"]));
        await RequireSoundAsync("b.db");
    }

    [Fact]
    public async Task Migrate_KilledAtAnyMoment_IsWholeOrUndone()
    {
        // An earlier version had no index on the residents: the migration makes them over all records.
        var resident = ResidentKind.Kind;
        var bare = new RecordKind(resident.Name, resident.Description, resident.Fields, []);
        await MadeUpStore.MakeAsync(_folder["s.db"], Records, 100, [bare]);
        string[] migrate = ["store", "migrate", "--store", "sqlite:" + _folder["s.db"]];
        for (var kill = 0; kill < 6; kill++)
        {
            await ProgramProcess.KillAsync(migrate, lines: 0, pause: 300 + _random.Next(0, 1500));
            await using var store = new SqliteRecordStore(new SqliteStoreOptions { Path = _folder["s.db"] }, MadeUpStore.Kinds);
            var report = await store.InspectAsync(CancellationToken.None);
            Assert.Empty(report.Differences);
            Assert.True(report.Outstanding.Count == 0 || report.Applied.Count == 2, "the migration is half done");
        }

        Assert.Equal(0, (await CliRun.RunAsync(migrate)).Exit);
        await RequireSoundAsync("s.db");
    }

    private async Task RequireSoundAsync(string name)
    {
        await using var store = await SqliteRecordStore.OpenAsync(new SqliteStoreOptions { Path = _folder[name] }, MadeUpStore.Kinds, SchemaMode.Validate, CancellationToken.None);
        var check = await store.CheckAsync(CancellationToken.None);
        Assert.Empty(check.Problems);
        Assert.Equal(Records * 49 / 50, check.Records);
    }
}
