using System.Diagnostics;
using System.Globalization;
using NewCitizen.Storage.Sqlite.TestHost;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>A second process that writes to a store and says what was acknowledged.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    public HostProcess(string path, string worker, long first, long last, long capacity, int clients)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(HostKinds).Assembly.Location);
        foreach (var argument in new[] { path, worker, Text(first), Text(last), Text(capacity), Text(clients) })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Errors += line.Data;
        _process.BeginErrorReadLine();
    }

    public string Errors { get; private set; } = string.Empty;

    /// <summary>Reads the next answer; null at the end. A line cut off by a kill is no answer.</summary>
    public async Task<(string Status, string Code)?> ReadAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync();
        return line?.Split(' ') is [var status, var code] ? (status, code) : null;
    }

    public async Task<List<(string Status, string Code)>> ReadAllAsync()
    {
        var answers = new List<(string, string)>();
        while (await ReadAsync() is { } answer)
        {
            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
