using NewCitizen.Exchange.Tests.Rosters;
using NewCitizen.TestStores;

namespace NewCitizen.Cli.Tests;

public sealed class ImportVerbTests
{
    [Fact]
    public async Task Import_MessyRoster_CountsAndGoesThroughTheWholeChain()
    {
        using var folder = new TempFolder();
        var messy = MessyRoster.Make(500);
        await File.WriteAllBytesAsync(folder["r.csv"], messy.Bytes);
        string[] import = ["import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.csv"], "--json"];
        var first = await CliRun.RunAsync([.. import, "--marked", folder["m.xlsx"], "--progress", "100"]);
        Assert.Equal(1, first.Exit);
        Assert.Equal(Counts(messy.Read, messy.Accepted, messy.Refused, messy.Duplicates), first.Lines[^1]);
        Assert.StartsWith("{\"progress\":{\"read\":100,", first.Lines[0], StringComparison.Ordinal);
        Assert.True(new FileInfo(folder["m.xlsx"]).Length > 0);
        Assert.False(File.Exists(folder["m.xlsx.part"]));
        var second = await CliRun.RunAsync(import);
        Assert.Equal(Counts(messy.Read, 0, messy.Refused, messy.Accepted + messy.Duplicates), Assert.Single(second.Lines));

        Assert.Equal(0, (await CliRun.RunAsync("audit", "verify", "--store", folder.Store("s.db"))).Exit);
        var export = await CliRun.RunAsync("export", "--store", folder.Store("s.db"), "--out", folder["out"], "--purpose", "test", "--json");
        Assert.Equal((0, string.Empty), (export.Exit, export.Error));
        Assert.Equal(messy.Accepted, export.Last.GetProperty("residents").GetInt32());
        foreach (var file in Directory.EnumerateFiles(folder["out"], "*.ndjson"))
        {
            var check = await CliRun.RunAsync("check", file, "--json");
            Assert.Equal(0, check.Exit);
            Assert.Equal(messy.Accepted, check.Last.GetProperty("accepted").GetInt32());
        }

        Assert.Equal(2, (await CliRun.RunAsync("export", "--store", folder.Store("s.db"), "--out", folder["out"], "--purpose", "test")).Exit);
        Assert.Equal(0, (await CliRun.RunAsync("export", "--store", folder.Store("s.db"), "--out", folder["out-unsaid"])).Exit);
    }

    [Fact]
    public async Task Import_CleanRoster_ExitsZeroAndSaysSoInWords()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], "姓名,身份证\n张三,11010519491231002X\n");
        var run = await CliRun.RunAsync("import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.ndjson"], "--lang", "zh");
        Assert.Equal((0, "读取 1 行：接受 1，拒绝 0，重复 0\n", string.Empty), (run.Exit, run.Out, run.Error));
        Assert.All(await File.ReadAllLinesAsync(folder["i.ndjson"]), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("姓名,电话\n张三,1\n", "NC4051")]
    [InlineData("姓名,证件号码,身份证号\n张三,1,2\n", "NC4052")]
    [InlineData("", "NC4000")]
    public async Task Import_UnusableRoster_ExitsTwo(string text, string code)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], text);
        var run = await CliRun.RunAsync("import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.csv"], "--marked", folder["m.xlsx"], "--json");
        Assert.Equal((2, Counts(0, 0, 0, 0)), (run.Exit, run.Lines[^1]));
        Assert.StartsWith(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["m.xlsx"]));
    }

    [Fact]
    public async Task Import_StoreIsNoDatabase_ExitsTwoAndLeavesTheFileAlone()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], "姓名,身份证\n张三,11010519491231002X\n");
        await File.WriteAllTextAsync(folder["s.db"], "minutes of the meeting");
        if (TestStore.Major is not null) await folder.ChangeAsync("s.db", "CREATE TABLE audit_entry AS SELECT 'minutes of the meeting' AS text");
        var run = await CliRun.RunAsync("import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.csv"]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(TestStore.Major is null ? "NC3007" : "NC3005", run.Error, StringComparison.Ordinal);
        Assert.Equal("minutes of the meeting", await File.ReadAllTextAsync(folder["s.db"]));
        if (TestStore.Major is not null) Assert.Equal(1, await folder.ChangeAsync("s.db", "UPDATE audit_entry SET text = 'read' WHERE text = 'minutes of the meeting'"));
    }

    [SkippableFact]
    public async Task Import_KeysReadableByAll_RefusesToStart()
    {
        Skip.If(OperatingSystem.IsWindows(), "modes of files are a matter of Unix");
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], "姓名,身份证\n张三,11010519491231002X\n");
        string[] import = ["import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.csv"], "--keys", folder["k.json"]];
        Assert.Equal(0, (await CliRun.RunAsync(import)).Exit);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder["k.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var run = await CliRun.RunAsync(import);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("NC3101", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MappingFile_NamesTheColumns()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], "姓名,卡\n张三,11010519491231002X\n");
        await File.WriteAllTextAsync(folder["m.json"], """{"卡": "DocumentNumber"}""");
        string[] import = ["import", folder["r.csv"], "--store", folder.Store("s.db"), "--issues", folder["i.csv"], "--json"];
        Assert.Equal(0, (await CliRun.RunAsync([.. import, "--mapping", folder["m.json"]])).Exit);
        await File.WriteAllTextAsync(folder["m.json"], """{"卡": "Nonsense"}""");
        var run = await CliRun.RunAsync([.. import, "--mapping", folder["m.json"]]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("NC4054", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_ChangedRow_IsFound()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["r.csv"], "姓名,身份证\n张三,11010519491231002X\n");
        var store = folder.Store("s.db");
        Assert.Equal(0, (await CliRun.RunAsync("import", folder["r.csv"], "--store", store, "--issues", folder["i.csv"])).Exit);
        Assert.Equal(1, await folder.ChangeAsync("s.db", TestStore.Major is null
            ? "UPDATE audit_entry SET actor = 'nobody' WHERE position = (SELECT min(position) FROM audit_entry)"
            : "UPDATE audit_entry SET actor = 'nobody' WHERE (tx, seq) = (SELECT tx, seq FROM audit_entry ORDER BY tx, seq LIMIT 1)"));
        var run = await CliRun.RunAsync("audit", "verify", "--store", store, "--json");
        Assert.Equal(1, run.Exit);
        Assert.False(run.Last.GetProperty("intact").GetBoolean());
        Assert.Equal("NC3150", run.Last.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Store_InitAndScript_AnswerWithoutARoster()
    {
        using var folder = new TempFolder();
        var init = await CliRun.RunAsync("store", "init", "--store", folder.Store("s.db"), "--json");
        Assert.Equal((0, true), (init.Exit, init.Last.GetProperty("current").GetBoolean()));
        var script = await CliRun.RunAsync("store", "script", "--store", folder.Store("none.db"));
        Assert.Contains("CREATE TABLE", script.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["none.db"]));
    }

    [Fact]
    public async Task SchemaAndCheck_BrokenDocument_IsRefusedWithItsPlace()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, (await CliRun.RunAsync("schema", "--out", folder["schemas"])).Exit);
        Assert.Equal(2, Directory.EnumerateFiles(folder["schemas"], "*.schema.json").Count());
        await File.WriteAllTextAsync(folder["residents.ndjson"], "{\"k\":\"a\"}\n");
        var run = await CliRun.RunAsync("check", folder["residents.ndjson"], "--json");
        Assert.Equal(1, run.Exit);
        Assert.Equal(1, run.Last.GetProperty("refused").GetInt32());
        Assert.Contains("\"rule\":\"NC50", run.Lines[0], StringComparison.Ordinal);
    }

    private static string Counts(long read, long accepted, long refused, long duplicate) =>
        $$"""{"read":{{read}},"accepted":{{accepted}},"refused":{{refused}},"duplicate":{{duplicate}}}""";
}
