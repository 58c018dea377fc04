using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewCitizen.TestServers.Processes;

/// <summary>
/// A shell beside the test process that starts one server, and kills it when the pipe to the test process closes. Not a "die with the
/// parent" signal of the kernel: that one goes off when the starting thread ends, and a thread of the pool does.
/// </summary>
public sealed class Supervisor : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<string> s_script = new(ReadScript);
    private readonly Process _shell;
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="folder">Folder of the server, removed at the end; its output goes to the file "log" in it.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables of the server.</param>
    public Supervisor(string folder, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        Folder = folder;
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (string[])["bash", "-c", s_script.Value, "supervise", folder, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        // A server must not take the place of a build: what the test runner set for itself is no business of it.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("RABBITMQ_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _shell = Process.Start(start) ?? throw new InvalidOperationException("No shell.");
    }

    public string Folder { get; }

    /// <summary>Process id of the running server, or of the last one.</summary>
    public int ServerId { get; private set; }

    public async Task StartAsync() => ServerId = int.Parse(await AskAsync("start"), CultureInfo.InvariantCulture);

    /// <summary>Kills the server and all processes it started (SIGKILL), and waits until they are gone.</summary>
    public Task KillAsync() => AskAsync("kill");

    /// <summary>Sends a signal that ends the server and waits for the end.</summary>
    /// <param name="signal">Such as INT.</param>
    public Task SignalAsync(string signal) => AskAsync("signal " + signal);

    public async Task<bool> IsAliveAsync() => await AskAsync("alive") == "yes";

    /// <summary>The end of what the server wrote, for the message of a failed start.</summary>
    public string TailOfLog()
    {
        var file = Path.Combine(Folder, "log");
        return File.Exists(file) ? string.Join('\n', File.ReadLines(file).TakeLast(20)) : string.Empty;
    }

    public void Dispose()
    {
        try
        {
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell is gone already.
        }

        _shell.WaitForExit(s_patience);
        _shell.Dispose();
        _gate.Dispose();
    }

    private async Task<string> AskAsync(string line)
    {
        await _gate.WaitAsync();
        try
        {
            await _shell.StandardInput.WriteLineAsync(line);
            await _shell.StandardInput.FlushAsync();
            return await _shell.StandardOutput.ReadLineAsync().WaitAsync(s_patience) ?? throw new InvalidOperationException("The shell beside the server is gone.");
        }
        finally
        {
            _gate.Release();
        }
    }

    private static string ReadScript()
    {
        using var stream = typeof(Supervisor).Assembly.GetManifestResourceStream("supervise.sh")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
