using System.Diagnostics;

namespace NewCitizen.TestServers.Processes;

/// <summary>Who a server runs as: ourselves, or another user where we are root and the server refuses that.</summary>
public static class ServerUser
{
    /// <summary>The user PostgreSQL runs as; null when it is ourselves.</summary>
    public static string? Other { get; } = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? HasUser("postgres") ? "postgres" : "nobody" : null;

    /// <summary>What comes before a command so that it runs as that user. The process stays the same one.</summary>
    public static IReadOnlyList<string> Prefix { get; } = Other is null ? [] : ["setpriv", "--reuid=" + Other, "--regid=" + Group(Other), "--clear-groups"];

    /// <summary>Gives a folder and all in it to that user.</summary>
    public static void Own(string path)
    {
        if (Other is not null) Command.Run(["chown", "-R", $"{Other}:{Group(Other)}", path]);
    }

    /// <summary>Whether that user may run a program.</summary>
    public static bool MayRun(string program)
    {
        var start = new ProcessStartInfo(Prefix is [var first, ..] ? first : program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[.. Prefix.Skip(1), .. Prefix.Count > 0 ? [program] : Array.Empty<string>(), "--version"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool HasUser(string name) => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));

    private static string Group(string user) => File.ReadLines("/etc/passwd").First(line => line.StartsWith(user + ":", StringComparison.Ordinal)).Split(':')[3];
}
