using System.Diagnostics;
using NewCitizen.Cli.CommandLine;

namespace NewCitizen.Cli.Tests;

/// <summary>The real program in a process of its own.</summary>
internal static class ProgramProcess
{
    public static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CliApplication).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Starts the program, reads some lines, waits a moment and kills it; false if it had ended by itself.</summary>
    public static async Task<bool> KillAsync(string[] arguments, int lines, int pause)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        for (var i = 0; i < lines && await process.StandardOutput.ReadLineAsync() is not null; i++)
        {
        }

        await Task.Delay(pause);
        process.Kill();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(string.Empty, await errors);
        return process.ExitCode != 0;
    }
}
