using System.Text.Json;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Exchange.Rosters;
using Spectre.Console;

namespace NewCitizen.Cli.Verbs;

/// <summary>Shows how far an import is: a bar on a terminal, JSON lines where asked for, otherwise nothing.</summary>
internal sealed class ImportProgress : IProgress<RosterProgress>, IDisposable
{
    private readonly CliContext _context;
    private readonly bool _lines;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _bar = Task.CompletedTask;
    private ProgressTask? _task;

    private ImportProgress(CliContext context, bool lines) => (_context, _lines) = (context, lines);

    /// <summary>The counts reported last.</summary>
    public RosterCounts Last { get; private set; }

    public static ImportProgress Start(CliContext context, ImportRequest request)
    {
        var progress = new ImportProgress(context, request.Interval > 0);
        if (context.Terminal.IsInteractive) progress.ShowBar();
        return progress;
    }

    public void Report(RosterProgress value)
    {
        Last = value.Counts;
        if (_lines)
        {
            JsonLine.Write(_context.Terminal.Out, members =>
            {
                members.WriteStartObject("progress");
                WriteCounts(members, value.Counts);
                members.WriteEndObject();
            });
            _context.Terminal.Out.Flush();
        }

        if (_task is not null && value.TotalBytes > 0) _task.Value = 100.0 * value.BytesRead / value.TotalBytes;
    }

    public static void WriteCounts(Utf8JsonWriter members, RosterCounts counts)
    {
        members.WriteNumber("read", counts.Read);
        members.WriteNumber("accepted", counts.Accepted);
        members.WriteNumber("refused", counts.Refused);
        members.WriteNumber("duplicate", counts.Duplicate);
    }

    public void Dispose()
    {
        _done.TrySetResult();
        _bar.GetAwaiter().GetResult();
    }

    private void ShowBar()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_context.Terminal.Error) });
        var shown = new TaskCompletionSource();
        _bar = console.Progress().AutoClear(true).StartAsync(async bar =>
        {
            _task = bar.AddTask(_context.Say("导入", "import"));
            shown.SetResult();
            await _done.Task.ConfigureAwait(false);
        });
        shown.Task.Wait(TimeSpan.FromSeconds(1));
    }
}
