using System.Diagnostics;

namespace NewCitizen.TestServers.Processes;

/// <summary>A short command that must succeed.</summary>
public static class Command
{
    public static void Run(IReadOnlyList<string> command, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder ?? "/" };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(command[0])} ended with {process.ExitCode}: {errors} {output.GetAwaiter().GetResult()}");
    }
}
