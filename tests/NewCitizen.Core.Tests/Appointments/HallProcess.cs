using System.Diagnostics;
using NewCitizen.TestStores;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>A process that books at the desk's hall.</summary>
internal sealed class HallProcess : IDisposable
{
    private readonly Process _process;

    public HallProcess(AppointmentDesk desk, string path, string mode)
    {
        var store = TestStore.Name(path);
        var command = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "NewCitizen.Hall.TestHost.dll"), store, TestStore.KeysOf(store) ?? "-", desk.Centre.Id.ToString(), desk.Item.Id.ToString(), mode])
        {
            command.ArgumentList.Add(argument);
        }

        _process = Process.Start(command)!;
    }

    public StreamWriter In => _process.StandardInput;

    /// <summary>Reads what it says, kills it after so many lines and reads the rest: however slow the machine is, as much has happened.</summary>
    public async Task<List<(string Word, string What)>> KillAfterAsync(int lines)
    {
        var said = await ReadAsync(null, lines);
        Kill();
        said.AddRange(await ReadAsync());
        return said;
    }

    /// <summary>Reads up to a word or so many lines, or to the end.</summary>
    public async Task<List<(string Word, string What)>> ReadAsync(string? last = null, int most = int.MaxValue)
    {
        var lines = new List<(string, string)>();
        while (lines.Count < most && await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is not [var word, var what])
            {
                continue;
            }

            if (word == last)
            {
                break;
            }

            lines.Add((word, what));
        }

        return lines;
    }

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
