namespace NewCitizen.Cli.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("NC7020")]
    [InlineData("NC7020", "110105194912310021")]
    [InlineData("NC7020", "number")]
    [InlineData("NC7020", "number", "-", "--kind", "110105194912310021")]
    [InlineData("NC7020", "import", "x.csv")]
    [InlineData("NC7020", "workday", "--from", "2026-01-01", "--add", "many")]
    [InlineData("NC7029", "workday", "--from", "2026-13-01", "--add", "1")]
    [InlineData("NC7021", "number", "/no/such/file")]
    [InlineData("NC7022", "number", "/")]
    [InlineData("NC7021", "import", "/no/such/file", "--store", "sqlite:/tmp/none.db", "--issues", "/tmp/none.csv")]
    [InlineData("NC7024", "import", "x.csv", "--store", "mysql:x", "--issues", "i.csv")]
    [InlineData("NC7024", "audit", "verify", "--store", "sqlite:")]
    [InlineData("NC7024", "audit", "verify", "--store", "postgres:")]
    [InlineData("NC7024", "audit", "verify", "--store", "postgres:Nonsense=1")]
    [InlineData("NC7045", "audit", "verify", "--store", "postgres:Host=127.0.0.1;Password=110105194912310021")]
    [InlineData("NC7028", "import", "x.csv", "--store", "sqlite:x.db", "--issues", "i.csv", "--agency", "Not An Agency")]
    [InlineData("NC7026", "import", "x.csv", "--store", "sqlite:x.db", "--issues", "i.csv", "--encoding", "klingon")]
    [InlineData("NC7027", "import", "x.csv", "--store", "sqlite:x.db", "--issues", "x.csv")]
    [InlineData("NC7027", "import", "x.csv", "--store", "sqlite:x.db", "--issues", "i.csv", "--marked", "x.db")]
    [InlineData("NC7025", "export", "--store", "sqlite:/no/such.db", "--out", "o", "--purpose", "p")]
    [InlineData("NC7025", "audit", "verify", "--store", "sqlite:/no/such.db")]
    [InlineData("NC3007", "audit", "verify", "--store", "sqlite:/etc/hostname")]
    [InlineData("NC7021", "check", "/no/such/file")]
    [InlineData("NC7025", "store", "migrate", "--store", "sqlite:/no/such.db")]
    [InlineData("NC3007", "store", "migrate", "--store", "sqlite:/etc/hostname")]
    [InlineData("NC7025", "store", "verify", "--store", "sqlite:/no/such.db")]
    [InlineData("NC7025", "store", "backup", "--store", "sqlite:/no/such.db", "--out", "/tmp/none.db")]
    [InlineData("NC3015", "store", "backup", "--store", "sqlite:/no/such.db", "--out", "/etc/hostname")]
    [InlineData("NC7021", "store", "restore", "/no/such/file", "--store", "sqlite:/tmp/none.db")]
    [InlineData("NC7025", "store", "copy", "sqlite:/no/such.db", "sqlite:/tmp/none.db")]
    [InlineData("NC7027", "store", "copy", "sqlite:/etc/hostname", "sqlite:/etc/../etc/hostname")]
    [InlineData("NC7024", "store", "copy", "sqlite:/etc/hostname", "oracle:x")]
    [InlineData("NC7034", "check", "/etc/hostname")]
    [InlineData("NC7023", "schema", "--out", "/proc/none")]
    public async Task Call_Unusable_ExitsTwoWithItsCodeAndEchoesNothing(string code, params string[] args)
    {
        var run = await CliRun.RunAsync(args);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(code, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
        Assert.DoesNotContain("110105194912310021", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("number")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("check")]
    [InlineData("schema")]
    [InlineData("workday")]
    [InlineData("audit")]
    [InlineData("audit", "verify")]
    [InlineData("store")]
    [InlineData("store", "init")]
    [InlineData("store", "script")]
    [InlineData("store", "migrate")]
    [InlineData("store", "verify")]
    [InlineData("store", "backup")]
    [InlineData("store", "restore")]
    [InlineData("store", "copy")]
    public async Task Help_OfEveryVerb_IsThereInBothLanguages(params string[] verb)
    {
        var english = await CliRun.RunAsync([.. verb, "--help"]);
        var chinese = await CliRun.RunAsync([.. verb, "--help", "--lang", "zh"]);
        Assert.Equal((0, 0), (english.Exit, chinese.Exit));
        Assert.NotEqual(english.Out, chinese.Out);
        Assert.Contains(chinese.Out, c => c is >= '\u4E00' and <= '\u9FFF');
        if (verb is ["number" or "import" or "export" or "check" or "schema" or "workday"] or [_, _]) Assert.Contains("Example", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Stated_IsSpoken()
    {
        Assert.Contains("命令行参数有误", (await CliRun.RunAsync("--lang", "zh", "number")).Error, StringComparison.Ordinal);
        Assert.Contains("cannot be understood", (await CliRun.RunAsync("--lang=en", "number")).Error, StringComparison.Ordinal);
    }
}
