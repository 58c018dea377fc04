using System.Diagnostics;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>A spreadsheet program we did not write.</summary>
internal static class LibreOffice
{
    /// <summary>Saves every column as text, as a careful clerk does; GB18030 is not offered by name, so the text is UTF-8 (76).</summary>
    public static byte[] ToWorkbook(string folder, string csv, int columns) =>
        Convert(folder, "roster.csv", System.Text.Encoding.UTF8.GetBytes(csv), "xlsx", $"CSV:44,34,76,1,{string.Join('/', Enumerable.Range(1, columns).Select(i => $"{i}/2"))}");

    public static byte[] Convert(string folder, string name, byte[] content, string target, string? filter)
    {
        var program = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        if (program is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("LibreOffice is missing: apt-get install libreoffice-calc");
        Skip.If(program is null, "LibreOffice is not installed here (apt-get install libreoffice-calc).");
        var source = Path.Combine(folder, name);
        File.WriteAllBytes(source, content);
        var output = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        var start = new ProcessStartInfo(program!) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", output];
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
