using System.Diagnostics;

namespace NewCitizen.Testing.Processes;

/// <summary>A process that writes to a store and says what was acknowledged.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public WriterProcess(ProcessStartInfo command, WriterWork work)
    {
        command.UseShellExecute = false;
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        foreach (var argument in work.Arguments)
        {
            command.ArgumentList.Add(argument);
        }

        _process = Process.Start(command) ?? throw new InvalidOperationException("The process did not start.");
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Reads the next answer; null at the end. A line cut off by a kill is no answer.</summary>
    public async Task<(string Status, string Code)?> ReadAsync() =>
        (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false))?.Split(' ') is [var status, var code] ? (status, code) : null;

    /// <summary>Reads the answers that are left, without <c>ready</c>.</summary>
    public async Task<List<(string Status, string Code)>> ReadAllAsync()
    {
        var answers = new List<(string, string)>();
        while (await ReadAsync().ConfigureAwait(false) is { } answer)
        {
            if (answer.Status != "ready")
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end; the exit code and what was said about errors.</summary>
    public async Task<(int Code, string Errors)> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return (_process.ExitCode, await _errors.ConfigureAwait(false));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
