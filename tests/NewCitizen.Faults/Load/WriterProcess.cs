using System.Diagnostics;

namespace NewCitizen.Faults.Load;

/// <summary>A writer in a process of its own, which can be killed and started again.</summary>
internal sealed class WriterProcess(string address, int writer, string log, int clients, bool jump = false, bool slow = false)
{
    private Process? _process;

    public string Log => log;

    public int Number => writer;

    public void Start() => _process = Child.Start(
        ["writer", address, FormattableString.Invariant($"{writer}"), log, FormattableString.Invariant($"{clients}"), .. jump ? new[] { "--jump" } : [], .. slow ? new[] { "--slow" } : []]);

    /// <summary>SIGKILL, if it runs.</summary>
    public void Kill()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Lets it finish what it began; every number ends with a definite answer.</summary>
    public async Task StopAsync()
    {
        await _process!.StandardInput.WriteLineAsync();
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Writer {writer} ended with {_process.ExitCode}.");
        }

        _process.Dispose();
        _process = null;
    }
}
