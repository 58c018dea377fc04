using System.Diagnostics;

namespace NewCitizen.Faults.Drills;

/// <summary>A cluster that a script of <c>tests/clusters</c> starts and breaks.</summary>
/// <param name="name">Name of the script.</param>
/// <param name="folder">Folder of the cluster.</param>
internal sealed class ClusterScript(string name, string folder)
{
    public static string? Find(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var script = Path.Combine(at.FullName, "tests", "clusters", name);
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }

    /// <summary>Runs a command of the script and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> RunAsync(string command, params string[] arguments)
    {
        // To a file: servers keep what they are given open, and a pipe would never end.
        var output = Path.GetTempFileName();
        var start = new ProcessStartInfo("bash") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "bash \"$@\" >" + output, "bash", Find(name)!, command, folder, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var text = (await File.ReadAllTextAsync(output)).Trim();
        File.Delete(output);
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{name} {command} ended with {process.ExitCode}.");
    }
}
