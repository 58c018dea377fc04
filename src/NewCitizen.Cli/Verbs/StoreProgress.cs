using NewCitizen.Cli.CommandLine;
using NewCitizen.Storage.Copying;
using NewCitizen.Storage.Sqlite.Backups;
using Spectre.Console;

namespace NewCitizen.Cli.Verbs;

/// <summary>Shows how far a copy, backup or check is: a line on a terminal, JSON lines where asked for, otherwise nothing.</summary>
internal sealed class StoreProgress : IProgress<StoreCopyProgress>, IProgress<SqliteBackupProgress>, IDisposable
{
    private readonly CliContext _context;
    private readonly bool _lines;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _bar = Task.CompletedTask;
    private ProgressTask? _task;

    public StoreProgress(CliContext context, bool lines)
    {
        (_context, _lines) = (context, lines);
        if (!context.Terminal.IsInteractive) return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Terminal.Error) });
        var shown = new TaskCompletionSource();
        _bar = console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(async bar =>
        {
            _task = bar.AddTask(context.Say("准备", "preparing"));
            _task.IsIndeterminate = true;
            shown.SetResult();
            await _done.Task.ConfigureAwait(false);
        });
        shown.Task.Wait(TimeSpan.FromSeconds(1));
    }

    public void Report(StoreCopyProgress value)
    {
        var step = value.Step switch
        {
            StoreCopyStep.Audit => _context.Say("复制审计记录", "copying the audit trail"),
            StoreCopyStep.Records => _context.Say("复制记录", "copying records"),
            _ => _context.Say("比对", "comparing"),
        };
        Show($"{step} {value.Kind} {value.Read.ToString("N0", _context.Culture)}");
        Line("step", value.Step.ToString().ToLowerInvariant(), value.Read, value.Written);
    }

    public void Report(SqliteBackupProgress value)
    {
        Show(value.Checking ? _context.Say("核验", "checking") : _context.Say("复制页面", "copying pages"));
        if (_task is { } task && value is { Checking: false, TotalBytes: > 0 })
        {
            (task.IsIndeterminate, task.Value) = (false, 100.0 * value.BytesCopied / value.TotalBytes);
        }

        Line("step", value.Checking ? "check" : "pages", value.TotalBytes, value.BytesCopied);
    }

    public void Dispose()
    {
        _done.TrySetResult();
        _bar.GetAwaiter().GetResult();
    }

    private void Show(string text)
    {
        if (_task is { } task)
        {
            task.Description = Markup.Escape(text);
            task.IsIndeterminate = true;
        }
    }

    private void Line(string name, string step, long read, long written)
    {
        if (!_lines) return;
        JsonLine.Write(_context.Terminal.Out, members =>
        {
            members.WriteStartObject("progress");
            members.WriteString(name, step);
            members.WriteNumber("read", read);
            members.WriteNumber("written", written);
            members.WriteEndObject();
        });
        _context.Terminal.Out.Flush();
    }
}
