using System.Text;
using CsCheck;
using NewCitizen.Errors;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;

namespace NewCitizen.Exchange.Tests.Documents;

public class DocumentCheckerTests
{
    public static TheoryData<ExpectedVerdict> Broken => [.. ExpectedVerdict.Read("broken")];

    public static TheoryData<ExpectedVerdict> Rules => [.. ExpectedVerdict.Read("rules")];

    private static string ValidText => Encoding.UTF8.GetString(Checkers.ValidLine);

    [Theory]
    [MemberData(nameof(Broken))]
    public void CheckLine_BrokenInOneWay_TellsPointerAndKeyword(ExpectedVerdict expected)
    {
        var issue = Assert.Single(Checkers.Of(expected.Type).CheckLine(expected.Line("broken")));

        Assert.Equal((expected.Pointer, expected.Keyword), (issue.Pointer, issue.Keyword));
        Assert.True(issue.Issue.IsError);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void CheckLine_RuleBroken_TellsPointerAndCode(ExpectedVerdict expected)
    {
        var issue = Assert.Single(Checkers.Of(expected.Type).CheckLine(expected.Line("rules")));

        Assert.Equal((expected.Pointer, expected.Code), (issue.Pointer, issue.Issue.Code.Value));
        Assert.Null(issue.Keyword);
        var plain = new DocumentChecker(Checkers.Of(expected.Type).Type, Checkers.Clock, new() { ApplyRules = false });
        Assert.Empty(plain.CheckLine(expected.Line("rules")));
    }

    [Fact]
    public async Task CheckAsync_ValidFiles_HaveNoIssue()
    {
        foreach (var type in DocumentTypes.All)
        {
            using var stream = File.OpenRead(RepositoryFiles.PathOf("samples", "partner-node", "valid", type.FileName));
            var report = await Checkers.Of(type.Name).CheckAsync(stream, issue => Assert.Fail(issue.ToString()), CancellationToken.None);
            Assert.Equal((0, report.Lines), (report.Refused, report.Accepted));
        }
    }

    [Fact]
    public async Task CheckAsync_MarkBlankLinesAndCrLf_OnlyWarns()
    {
        var (report, issues) = await Checkers.CheckAsync([0xEF, 0xBB, 0xBF, .. Checkers.ValidLine, .. "\r\n \t\r\n\n"u8, .. Checkers.ValidLine]);

        Assert.Equal([ExchangeErrors.ByteOrderMark, ExchangeErrors.BlankLine, ExchangeErrors.BlankLine], issues.Select(issue => issue.Issue.Code));
        Assert.Equal([1, 2, 3], issues.Select(issue => issue.Line));
        Assert.Equal((4, 2, 0, 3), (report.Lines, report.Accepted, report.Refused, report.Warnings));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(300_000)]
    public async Task CheckAsync_LineTooLong_IsSkippedAndTheNextIsRead(int limit)
    {
        var bytes = new List<byte>();
        bytes.AddRange(Checkers.ValidLine.AsSpan());
        bytes.AddRange("\n"u8);
        bytes.AddRange(Enumerable.Repeat((byte)'x', 1_000_000));
        bytes.AddRange("\n{}\n"u8);
        var (report, issues) = await Checkers.CheckAsync([.. bytes], new() { MaxLineBytes = limit });

        Assert.Equal([(limit == 1024 && Checkers.ValidLine.Length > 1024 ? 1L : 2L)], issues.Where(issue => issue.Issue.Code == ExchangeErrors.LineTooLong).Select(issue => issue.Line).Take(1));
        Assert.Equal((3, "discriminator"), (report.Lines, issues[^1].Keyword));
        Assert.Equal(3, issues[^1].Line);
    }

    [Theory]
    [InlineData("""{"k":"a",""", "NC5002")]
    [InlineData("""{"k":NaN}""", "NC5002")]
    [InlineData("""{} {}""", "NC5002")]
    [InlineData("\u0000", "NC5002")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "NC5002")]
    public void CheckLine_NotJson_IsToldOnce(string line, string code) =>
        Assert.Equal(code, Assert.Single(Checkers.Resident.CheckLine(Checkers.Bytes(line))).Issue.Code.Value);

    [Fact]
    public void CheckLine_Strictness_RefusesWhatReadersDifferOn()
    {
        Assert.Equal("NC5000", Assert.Single(Checkers.Resident.CheckLine([0x22, 0xFF, 0x22])).Issue.Code.Value);
        var twice = ValidText.Replace("\"sex\":\"2\"", "\"sex\":\"2\",\"sex\":\"1\"", StringComparison.Ordinal);
        var duplicate = Assert.Single(Checkers.Resident.CheckLine(Checkers.Bytes(twice)));
        Assert.Equal((ExchangeErrors.DuplicateMember, "/d/sex"), (duplicate.Issue.Code, duplicate.Pointer));
        var half = ValidText.Replace("夜班", "\\ud800", StringComparison.Ordinal);
        var surrogate = Assert.Single(Checkers.Resident.CheckLine(Checkers.Bytes(half)));
        Assert.Equal((ExchangeErrors.LoneSurrogate, "/d/extensions/0/value"), (surrogate.Issue.Code, surrogate.Pointer));
    }

    [Fact]
    public void CheckLine_EscapedText_IsCheckedAsWhatItMeans()
    {
        var escaped = ValidText.Replace("\"sex\"", "\"\\u0073ex\"", StringComparison.Ordinal).Replace("120116200002291025", "\\u0031\\u00320116200002291025", StringComparison.Ordinal);
        Assert.Empty(Checkers.Resident.CheckLine(Checkers.Bytes(escaped)));
        var wrong = ValidText.Replace("120116200002291025", "\\u0031\\u00320116200002291026", StringComparison.Ordinal);
        Assert.Equal(IdentityErrorCode, Assert.Single(Checkers.Resident.CheckLine(Checkers.Bytes(wrong))).Issue.Code.Value);
    }

    [Fact]
    public void CheckLine_RandomBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotEmpty(Checkers.Resident.CheckLine(bytes)), seed: "0000KOIPe036", iter: 20_000);

    [Fact]
    public void CheckLine_ValidLineDamaged_NeverThrowsAndNeverTellsAValue() =>
        Gen.Select(Gen.Int[0, Checkers.ValidLine.Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, unit, kind) =>
        {
            var bytes = Checkers.ValidLine.ToList();
            switch (kind)
            {
                case 0: bytes[at] = unit; break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, unit); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }

            foreach (var issue in Checkers.Resident.CheckLine([.. bytes]))
            {
                using var stream = new MemoryStream();
                using (var writer = new IssueLineWriter(stream))
                {
                    writer.Write(issue);
                }

                var text = Encoding.UTF8.GetString(stream.ToArray());
                Assert.DoesNotContain("2000", text, StringComparison.Ordinal);
                Assert.DoesNotContain("138001", text, StringComparison.Ordinal);
                Assert.DoesNotContain("阿依", text, StringComparison.Ordinal);
            }
        }, seed: "0000KOIPe036", iter: 20_000);

    private static string IdentityErrorCode => NewCitizen.Identity.IdentityErrors.CheckDigit.Value;
}
