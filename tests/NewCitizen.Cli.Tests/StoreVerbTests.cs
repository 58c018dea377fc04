using Microsoft.Data.Sqlite;
using NewCitizen.Exchange.Tests.Rosters;
using NewCitizen.Hosting;
using NewCitizen.Relays;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NodaTime;

namespace NewCitizen.Cli.Tests;

public sealed class StoreVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copy_ImportedStore_IsTheSameWithSignatures()
    {
        await ImportAsync(300);
        var copy = await CliRun.RunAsync("store", "copy", Store("s"), Store("t"), "--json", "--progress");
        Assert.Equal((0, string.Empty), (copy.Exit, copy.Error));
        Assert.True(copy.Last.GetProperty("complete").GetBoolean());
        Assert.True(copy.Last.GetProperty("comparison").GetProperty("target").GetProperty("living").GetInt64() > 100);

        // No ring was made up for the target: its own is brought along.
        Assert.False(File.Exists(_folder["t.db.keys.json"]));
        Assert.NotEqual(0, (await CliRun.RunAsync("store", "verify", "--store", Store("t"))).Exit);
        File.Copy(_folder["s.db.keys.json"], _folder["t.db.keys.json"]);
        var verify = await CliRun.RunAsync("store", "verify", "--store", Store("t"), "--json");
        Assert.Equal((0, string.Empty), (verify.Exit, verify.Error));
        Assert.True(verify.Last.GetProperty("audit").GetProperty("intact").GetBoolean());
        Assert.True(verify.Last.GetProperty("audit").GetProperty("signed").GetInt64() > 0);
        var compare = await CliRun.RunAsync("store", "verify", "--store", Store("s"), "--with", Store("t"), "--json");
        Assert.Equal(0, compare.Exit);
        Assert.Equal((true, 1), (compare.Last.GetProperty("comparison").GetProperty("equal").GetBoolean(), compare.Last.GetProperty("comparison").GetProperty("auditAhead").GetInt32()));

        var again = await CliRun.RunAsync("store", "copy", Store("s"), Store("t"), "--json");
        Assert.Equal((0, 0), (again.Exit, again.Last.GetProperty("records").GetInt32()));
    }

    [Fact]
    public async Task Copy_PreparedThenFinished_TakesWhatCameMeanwhile()
    {
        await ImportAsync(200);
        Assert.Equal(0, (await CliRun.RunAsync("store", "copy", Store("s"), Store("t"), "--prepare")).Exit);
        await ImportAsync(300, seed: 2);
        var compare = await CliRun.RunAsync("store", "verify", "--store", Store("s"), "--with", Store("t"));
        Assert.Equal(1, compare.Exit);
        Assert.Contains("NC3017", compare.Error, StringComparison.Ordinal);
        var finish = await CliRun.RunAsync("store", "copy", Store("s"), Store("t"), "--json");
        Assert.Equal((0, true), (finish.Exit, finish.Last.GetProperty("complete").GetBoolean()));

        // A finished copy has a life of its own.
        await ImportAsync(400, seed: 3);
        var late = await CliRun.RunAsync("store", "copy", Store("s"), Store("t"));
        Assert.Equal(2, late.Exit);
        Assert.StartsWith("NC3014", late.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupAndRestore_Drill_GivesTheStoreBackAndOverwritesNothing()
    {
        await ImportAsync(300);
        var backup = await CliRun.RunAsync("store", "backup", "--store", Store("s"), "--out", _folder["b.db"], "--json");
        Assert.Equal((0, string.Empty), (backup.Exit, backup.Error));
        Assert.Equal(new FileInfo(_folder["b.db"]).Length, backup.Last.GetProperty("bytes").GetInt64());

        var withoutKeys = await CliRun.RunAsync("store", "restore", _folder["b.db"], "--store", Store("r"));
        Assert.Equal(2, withoutKeys.Exit);
        Assert.False(File.Exists(_folder["r.db"]));
        var restore = await CliRun.RunAsync("store", "restore", _folder["b.db"], "--store", Store("r"), "--keys", _folder["s.db.keys.json"], "--json");
        Assert.Equal((0, string.Empty), (restore.Exit, restore.Error));
        Assert.True(restore.Last.GetProperty("audit").GetProperty("intact").GetBoolean());
        Assert.Equal(await DigestAsync("s"), await DigestAsync("r"));

        var again = await CliRun.RunAsync("store", "restore", _folder["b.db"], "--store", Store("r"), "--keys", _folder["s.db.keys.json"]);
        Assert.Equal(2, again.Exit);
        Assert.StartsWith("NC3015", again.Error, StringComparison.Ordinal);
        Assert.StartsWith("NC3015", (await CliRun.RunAsync("store", "backup", "--store", Store("s"), "--out", _folder["b.db"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_StoreThatWasRelayed_GivesItsFeedANewIdentity()
    {
        await ImportAsync(100);
        var first = await StreamAsync("s");
        Assert.Equal(0, (await CliRun.RunAsync("store", "backup", "--store", Store("s"), "--out", _folder["b.db"])).Exit);
        Assert.Equal(0, (await CliRun.RunAsync("store", "restore", _folder["b.db"], "--store", Store("r"), "--keys", _folder["s.db.keys.json"])).Exit);
        Assert.NotEqual(first, await StreamAsync("r"));
        Assert.Equal(first, await StreamAsync("s"));
    }

    [Fact]
    public async Task Verify_AlteredStore_SaysWhatIsWrong()
    {
        await ImportAsync(100);
        await ExecuteAsync("s", "UPDATE audit_entry SET actor = 'nobody' WHERE position = 2");
        var altered = await CliRun.RunAsync("store", "verify", "--store", Store("s"), "--lang", "zh");
        Assert.Equal(1, altered.Exit);
        Assert.Contains("NC3150 (0.2)", altered.Error, StringComparison.Ordinal);
        await ExecuteAsync("s", "UPDATE resident SET version = version + 1 WHERE rowid = 3");
        var damaged = await CliRun.RunAsync("store", "verify", "--store", Store("s"), "--json");
        Assert.Equal((1, false), (damaged.Exit, damaged.Last.GetProperty("sound").GetBoolean()));
        Assert.Contains("NC3016", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_StoreOfAnEarlierVersion_IsBroughtUpOnce()
    {
        await MadeUpStore.MakeAsync(_folder["s.db"], 2000, 100, [ResidentKind.Kind]);
        var check = await CliRun.RunAsync("store", "migrate", "--store", Store("s"), "--check", "--json");
        Assert.Equal(1, check.Exit);
        Assert.Equal(MadeUpStore.Kinds.Count - 1, check.Last.GetProperty("outstanding").GetArrayLength());
        var backup = await CliRun.RunAsync("store", "backup", "--store", Store("s"), "--out", _folder["b.db"]);
        Assert.StartsWith("NC3005", backup.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CliRun.RunAsync("store", "migrate", "--store", Store("s"))).Exit);
        var again = await CliRun.RunAsync("store", "migrate", "--store", Store("s"), "--json");
        Assert.Equal((0, 0), (again.Exit, again.Last.GetProperty("ran").GetArrayLength()));
        Assert.False(File.Exists(_folder["s.db.keys.json"]));
    }

    private string Store(string name) => "sqlite:" + _folder[name + ".db"];

    private async Task<string> DigestAsync(string name) =>
        (await CliRun.RunAsync("store", "verify", "--store", Store(name), "--keys", _folder["s.db.keys.json"], "--digest", "--json")).Last.GetProperty("digest").ToString();

    private async Task ImportAsync(int rows, int seed = 1)
    {
        await File.WriteAllBytesAsync(_folder["r.csv"], MessyRoster.Make(rows, seed).Bytes);
        Assert.Equal(1, (await CliRun.RunAsync("import", _folder["r.csv"], "--store", Store("s"), "--issues", _folder["i.csv"])).Exit);
    }

    // What receivers of a relay see as the source of its messages.
    private async Task<string> StreamAsync(string name)
    {
        await using var store = await SqliteRecordStore.OpenAsync(new SqliteStoreOptions { Path = _folder[name + ".db"] }, RecordKinds.All, SchemaMode.Validate, CancellationToken.None);
        var sink = new SourceSink();
        using var relay = new ChangeRelay($"probe-{Guid.NewGuid():N}", sink, store, store, new RelayOptions { BatchSize = 1 }, SystemClock.Instance, new TimeOrderedIdGenerator(SystemClock.Instance));
        await relay.StepAsync(CancellationToken.None);
        return sink.Source!;
    }

    private async Task ExecuteAsync(string name, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder[name + ".db"]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Test data.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private sealed class SourceSink : IChangeSink
    {
        public string? Source { get; private set; }

        public ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken)
        {
            Source = messages[0].Source;
            return new(DeliveryResult.Accepted(messages.Count));
        }
    }
}
