using System.Diagnostics;
using NewCitizen.Cli.CommandLine;

namespace NewCitizen.Cli.Tests;

/// <summary>The program as a program.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData(0, "11010519491231002X\n", "number", "-")]
    [InlineData(1, "nonsense\n", "number", "-")]
    [InlineData(2, "", "nonsense")]
    [InlineData(0, "", "workday", "--from", "2026-09-30", "--add", "3")]
    [InlineData(1, "", "workday", "--from", "2026-12-31", "--add", "3")]
    public async Task Program_Run_EndsWithItsCode(int expected, string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CliApplication).Assembly.Location);
        foreach (var argument in args) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(expected == 2, (await output).Length == 0 && (await errors).StartsWith("NC7020", StringComparison.Ordinal));
    }
}
