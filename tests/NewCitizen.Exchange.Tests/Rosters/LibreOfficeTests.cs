using System.Text;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NewCitizen.Exchange.Tests.Tables;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>Against a spreadsheet program we did not write.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roster").FullName;

    [SkippableFact]
    public async Task Read_RosterSavedByLibreOffice_GivesSameRowsAndIssues()
    {
        var messy = MessyRoster.Make(300);
        // Every column as text (type 2), as a careful clerk opens it; GB18030 is not offered by name, so UTF-8 (76).
        var columns = string.Join('/', Enumerable.Range(1, 15).Select(i => $"{i}/2"));
        var saved = Convert("roster.csv", Encoding.UTF8.GetBytes(messy.Text), "xlsx", $"CSV:44,34,76,1,{columns}");
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(saved), null, CancellationToken.None);
        Assert.Equal(TableFormat.Xlsx, roster.Format);
        RosterReaderTests.AssertSame(messy, await RosterReaderTests.RowsAsync(roster), lines: false);
    }

    [SkippableFact]
    public async Task Read_RosterDamagedByLibreOffice_IsRefusedNotGuessed()
    {
        var saved = Convert("roster.csv", Encoding.UTF8.GetBytes("姓名,证件号码,出生日期\n张三,120101199001011234,1990-01-02\n"), "xlsx", "CSV:44,34,76,1");
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(saved), null, CancellationToken.None);
        var row = Assert.Single(await RosterReaderTests.RowsAsync(roster));
        Assert.Equal(NewCitizen.Errors.RosterErrors.NumberDamaged, row[RosterField.DocumentNumber].Problem);
        Assert.Equal(CellKind.Date, row[RosterField.BirthDate].Kind);
        Assert.Equal(new NodaTime.LocalDate(1990, 1, 2), row[RosterField.BirthDate].Date);
    }

    [SkippableFact]
    public async Task Write_MarkedCopy_IsReadByLibreOffice()
    {
        var copy = await MarkedCopyTests.CopyAsync("姓名,证件号码,备注\n张三,120101199001011234,\n=cmd,000123,=1+1\n"u8.ToArray());
        var csv = Convert("copy.xlsx", copy, "csv:Text - txt - csv (StarCalc):44,34,76", null);
        var rows = await TableFiles.ReadAsync(csv);
        Assert.Equal("120101199001011234", rows[1][1].Text);
        Assert.Equal("'=cmd", rows[2][0].Text);
        Assert.Equal("000123", rows[2][1].Text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] Convert(string name, byte[] content, string target, string? filter) => LibreOffice.Convert(_folder, name, content, target, filter);
}
