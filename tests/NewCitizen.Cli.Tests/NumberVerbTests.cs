using System.Text;
using System.Text.Json;

namespace NewCitizen.Cli.Tests;

public sealed class NumberVerbTests
{
    [Fact]
    public async Task Number_MixedLines_AnswersEachWithFourProperties()
    {
        var run = await CliRun.WithInputAsync("\uFEFF11010519491231002X\r\n\n13812345678\n91350100M000100Y43\nH01234567\n110105194912310021", "number", "-");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            ["1 citizen True ", "2 citizen False NC1000", "3 mobile True ", "4 uscc True ", "5 travel-permit", "6 citizen False NC1005"],
            run.Lines.Select(Text).Select((line, i) => i == 4 ? string.Join(' ', line.Split(' ')[..2]) : line));
        Assert.All(run.Lines, line => Assert.Equal(["line", "kind", "valid", "code"], JsonDocument.Parse(line).RootElement.EnumerateObject().Select(property => property.Name)));
        Assert.DoesNotContain("1949", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_AllValid_ExitsZero()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["n.txt"], "11010519491231002X\n");
        var run = await CliRun.RunAsync("number", "--kind", "person", folder["n.txt"], "--json");
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        Assert.Single(run.Lines);
    }

    [Theory]
    [InlineData("organisation", "uscc")]
    [InlineData("mobile", "mobile")]
    [InlineData("person", "citizen")]
    public async Task Number_StatedKind_Decides(string stated, string kind)
    {
        var run = await CliRun.WithInputAsync("11010519491231002X\n", "number", "--kind", stated, "-");
        Assert.Equal(kind, run.Last.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Number_EndlessLineAndOddBytes_AreInvalidLinesOnly()
    {
        var input = new List<byte>();
        input.AddRange(Enumerable.Repeat((byte)'1', 300_000));
        input.AddRange("\n\0\0\n"u8);
        input.AddRange([0xFF, 0xFE, (byte)'\n']);
        input.AddRange(Encoding.UTF8.GetBytes("11010519491231002X"));
        var run = await CliRun.WithInputAsync([.. input], "number", "-");
        Assert.Equal([false, false, false, true], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("valid").GetBoolean()));
    }

    [Fact]
    public async Task Number_EmptyInput_AnswersNothing() => Assert.Equal(new CliRun(0, string.Empty, string.Empty), await CliRun.RunAsync("number", "-"));

    [Fact]
    public async Task Number_LinesAcrossBuffers_KeepTheirNumbers()
    {
        var run = await CliRun.WithInputAsync(string.Concat(Enumerable.Repeat("11010519491231002X\n", 10_000)), "number", "-");
        Assert.Equal(0, run.Exit);
        Assert.Equal(10_000, run.Lines.Count);
        Assert.Equal(10_000, run.Last.GetProperty("line").GetInt32());
    }

    private static string Text(string line)
    {
        var answer = JsonDocument.Parse(line).RootElement;
        return $"{answer.GetProperty("line")} {answer.GetProperty("kind")} {answer.GetProperty("valid")} {answer.GetProperty("code")}";
    }
}
