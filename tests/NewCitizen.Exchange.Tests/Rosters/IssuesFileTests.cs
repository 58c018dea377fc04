using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;

namespace NewCitizen.Exchange.Tests.Rosters;

public sealed class IssuesFileTests
{
    private static readonly Issue s_issue = new(RosterErrors.RequiredBlank, new IssueLocation(Line: 14, Row: 12, Column: "=证件,号码"), ["证件号码"]);

    [Fact]
    public async Task Write_Csv_OpensInSpreadsheetsAndIsSafe()
    {
        var file = new MemoryStream();
        await using (var writer = new IssuesFileWriter(file)) await writer.WriteAsync(s_issue, CancellationToken.None);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file.ToArray()[..3]);
        Assert.Equal("\uFEFFrow,line,column,code,severity,message_zh,message_en\r\n12,14,\"'=证件,号码\",NC4055,error,必填项为空：证件号码,\"a required cell is blank: 证件号码\"\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task Write_NothingWrong_StillHasHeading()
    {
        var file = new MemoryStream();
        await using (new IssuesFileWriter(file))
        {
        }

        Assert.StartsWith("\uFEFFrow,line", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteThenRead_Ndjson_IsTheSame()
    {
        var file = new MemoryStream();
        await using (var writer = new IssuesFileWriter(file, IssuesFileFormat.Ndjson)) await writer.WriteAsync(s_issue, CancellationToken.None);
        Assert.Contains("\"zh\":\"必填项为空：证件号码\"", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
        file.Position = 0;
        var issues = new List<Issue>();
        await foreach (var issue in IssuesFileReader.ReadAsync(file, CancellationToken.None)) issues.Add(issue);
        var read = Assert.Single(issues);
        Assert.Equal((s_issue.Code, s_issue.Location), (read.Code, read.Location));
        Assert.Equal(s_issue.Arguments, read.Arguments);
    }

    [Fact]
    public async Task Write_IssuesOfMessyRoster_HoldNoPersonalValue()
    {
        var messy = MessyRoster.Make(400);
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(messy.Bytes), null, CancellationToken.None);
        var file = new MemoryStream();
        await using (var writer = new IssuesFileWriter(file))
        {
            foreach (var issue in (await RosterReaderTests.RowsAsync(roster)).SelectMany(row => row.Issues)) await writer.WriteAsync(issue, CancellationToken.None);
        }

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.DoesNotContain(messy.Rows, row => text.Contains(row.Name, StringComparison.Ordinal) || text.Contains(row.Number, StringComparison.Ordinal));
        Assert.DoesNotMatch("[0-9]{9}", text);
    }
}
