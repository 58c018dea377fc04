using System.Diagnostics;
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

    private byte[] Convert(string name, byte[] content, string target, string? filter)
    {
        var program = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        if (program is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("LibreOffice is missing: apt-get install libreoffice-calc");
        Skip.If(program is null, "LibreOffice is not installed here (apt-get install libreoffice-calc).");
        var source = Path.Combine(_folder, name);
        File.WriteAllBytes(source, content);
        var output = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        var start = new ProcessStartInfo(program!) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", target, "--outdir", output];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (filter is not null) start.ArgumentList.Add($"--infilter={filter}");
        start.ArgumentList.Add(source);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice did not finish.");
        }

        var file = Directory.EnumerateFiles(output).SingleOrDefault();
        Assert.True(file is not null, text.Result + errors.Result);
        return File.ReadAllBytes(file);
    }
}
