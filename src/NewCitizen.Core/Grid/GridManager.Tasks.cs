using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Grid;

public sealed partial class GridManager
{
    private const int MaxResult = 500;
    private const int MaxTopic = 40;
    private const int PageSize = 200;

    /// <summary>Opens a task (下达任务); whoever looks after the address finds it.</summary>
    /// <returns>The task; refused with NC2750 for the subject kind or topic, NC2759 for a conflict or held report, which come from reports only, NC2763 when one is open already.</returns>
    public async ValueTask<Outcome<GridTask>> OpenAsync(AccessContext context, OpenTask command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("task.open");
        if (command.SubjectKind is not { Length: >= 1 and <= MaxTopic } || !command.SubjectKind.All(c => char.IsAsciiLetterLower(c) || c == '_'))
        {
            return Outcome<GridTask>.Refused([new Issue(GridErrors.TextInvalid, IssueLocation.At("/subjectKind"), [MaxTopic.ToString(CultureInfo.InvariantCulture)])]);
        }

        if (command.Topic is not { Length: <= MaxTopic } || !command.Topic.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
        {
            return Outcome<GridTask>.Refused([new Issue(GridErrors.TextInvalid, IssueLocation.At("/topic"), [MaxTopic.ToString(CultureInfo.InvariantCulture)])]);
        }

        var task = await _tasks.MakeAsync(context, command, cancellationToken).ConfigureAwait(false);
        if (NeedsDecision(task))
        {
            return Outcome<GridTask>.Refused([new Issue(GridErrors.NeedsDecision, IssueLocation.At("/kind"))]);
        }

        var batch = new WriteBatch(context.Agency);
        _tasks.Stage(batch, context, task);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<GridTask>.Done(task with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique } => Outcome<GridTask>.Refused(GridErrors.TaskOpenAlready),
            _ => Outcome<GridTask>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Takes a task (领取); of two who take it at once one gets it.</summary>
    /// <returns>The task; refused with NC2756 when the account is no worker in service, NC2757 when it is not open, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<GridTask>> TakeAsync(AccessContext context, GridTaskId id, Revision revision, CancellationToken cancellationToken) =>
        MoveAsync(context, id, revision, "task.take", (task, worker) =>
            task.State != GridTaskState.Open ? (null, GridErrors.TaskNotInThisState) : (task with { State = GridTaskState.Taken, Worker = worker.Id }, null), cancellationToken);

    /// <summary>Gives a task back (退回).</summary>
    /// <returns>The task; refused with NC2756 to NC2758, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<GridTask>> ReleaseAsync(AccessContext context, GridTaskId id, Revision revision, CancellationToken cancellationToken) =>
        MoveAsync(context, id, revision, "task.release", (task, worker) =>
            NotMine(task, worker) is { } refused ? (null, refused) : (task with { State = GridTaskState.Open, Worker = null }, null), cancellationToken);

    /// <summary>Ends a task with what came of it (办结). Conflicts and held reports end by a decision instead.</summary>
    /// <param name="context">On whose behalf; the account of the worker who has taken it.</param>
    /// <param name="id">The task.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="resultText">What came of it, 1 to 500 characters; stored encrypted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task; refused with NC2750, NC2756 to NC2759, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<GridTask>> CompleteAsync(AccessContext context, GridTaskId id, Revision revision, string resultText, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        CheckText(resultText, MaxResult, "/result", issues);
        return issues.Count > 0
            ? Outcome<GridTask>.Refused(issues)
            : await MoveAsync(context, id, revision, "task.complete", (task, worker) =>
                NotMine(task, worker) is { } refused ? (null, refused)
                : NeedsDecision(task) ? (null, GridErrors.NeedsDecision)
                : (task with { State = GridTaskState.Done, Result = resultText, ClosedOn = ShanghaiTime.Today(_clock) }, null), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels a task that is no longer needed (取消), whoever has it. Conflicts and held reports end by a decision instead.</summary>
    /// <returns>The task; refused with NC2750, NC2757, NC2759, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<GridTask>> CancelAsync(AccessContext context, GridTaskId id, Revision revision, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var issues = new List<Issue>();
        CheckText(reason, MaxResult, "/reason", issues);
        return issues.Count > 0
            ? Outcome<GridTask>.Refused(issues)
            : await ChangeTaskAsync(context, id, revision, "task.cancel", task =>
                task.IsClosed ? (null, GridErrors.TaskNotInThisState)
                : NeedsDecision(task) ? (null, GridErrors.NeedsDecision)
                : (task with { State = GridTaskState.Cancelled, Result = reason, ClosedOn = ShanghaiTime.Today(_clock) }, null), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one task; null if there is none in the caller's agency.</summary>
    public ValueTask<GridTask?> FindTaskAsync(AccessContext context, GridTaskId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _tasks.Store.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Lists tasks in some states, newest first; of one cell if given; all for no state. 1 to 1,000 a page.</summary>
    public ValueTask<Page<GridTask>> ListTasksAsync(
        AccessContext context, IReadOnlyList<GridTaskState> states, GridCellId? cell, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _tasks.Store.ListAsync(context.Agency, states, cell, worker: null, limit, after, cancellationToken);
    }

    /// <summary>The tasks the account that acts has taken (我的任务), newest first; none when it is no worker. 1 to 1,000 a page.</summary>
    public async ValueTask<Page<GridTask>> ListMineAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var worker = await FindOwnWorkerAsync(context, cancellationToken).ConfigureAwait(false);
        return worker is null
            ? new Page<GridTask>([], null)
            : await _tasks.Store.ListAsync(context.Agency, [GridTaskState.Taken], cell: null, worker.Id, limit, after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tasks whose last day is over (逾期任务), longest first; of one worker if given. One whose last day moved because the holidays changed is left out. 1 to 1,000 a page.</summary>
    public async ValueTask<Page<GridTask>> ListOverdueAsync(AccessContext context, GridWorkerId? worker, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var today = ShanghaiTime.Today(_clock);
        var page = await _tasks.Store.ListDueBeforeAsync(context.Agency, today, worker, limit, after, cancellationToken).ConfigureAwait(false);
        return page with { Items = [.. page.Items.Where(task => task.Due(_calendars.Current).IsOver(today) == true)] };
    }

    /// <summary>Computes the last days of open tasks again, after holidays were announced or changed. May be called at any time and again.</summary>
    /// <returns>How many have another last day now.</returns>
    public async ValueTask<int> RefreshDueAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("task.refresh-due");
        var (changed, after) = (0, (string?)null);
        do
        {
            var page = await _tasks.Store.ListAsync(context.Agency, [GridTaskState.Open, GridTaskState.Taken], cell: null, worker: null, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var task in page.Items.Where(task => task.Due(_calendars.Current).LastDay != task.DueOnFile))
            {
                var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "task.refresh-due", GridKinds.GridTask, task.Id.Value));
                _tasks.Store.Stage(batch, task, task.Revision.Expected);
                changed += (await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsDurable ? 1 : 0;
            }

            after = page.Next;
        }
        while (after is not null);
        return changed;
    }

    internal static bool NeedsDecision(GridTask task) =>
        task.Kind == GridTaskKind.Conflict || (task.Kind == GridTaskKind.Review && string.Equals(task.SubjectKind, Collection.CollectionKinds.StayReport.Name, StringComparison.Ordinal));

    internal static ErrorCode? NotMine(GridTask task, GridWorker worker) =>
        task.State != GridTaskState.Taken ? GridErrors.TaskNotInThisState : task.Worker != worker.Id ? GridErrors.TaskOfAnother : null;

    private async ValueTask<Outcome<GridTask>> MoveAsync(
        AccessContext context, GridTaskId id, Revision revision, string action, Func<GridTask, GridWorker, (GridTask? Changed, ErrorCode? Refused)> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var worker = await FindOwnWorkerAsync(context, cancellationToken).ConfigureAwait(false);
        return worker is null || ShanghaiTime.Today(_clock) >= worker.Until
            ? Outcome<GridTask>.Refused(GridErrors.NotAWorker)
            : await ChangeTaskAsync(context, id, revision, action, task => change(task, worker), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<GridTask>> ChangeTaskAsync(
        AccessContext context, GridTaskId id, Revision revision, string action, Func<GridTask, (GridTask? Changed, ErrorCode? Refused)> change, CancellationToken cancellationToken)
    {
        using var span = NewCitizenTelemetry.Start(action);
        var task = await _tasks.Store.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (task is null)
        {
            return Outcome<GridTask>.Refused(StorageErrors.NotFound);
        }

        if (task.Revision != revision)
        {
            return Outcome<GridTask>.Refused(StorageErrors.Conflict);
        }

        var (changed, refused) = change(task);
        if (changed is null)
        {
            return Outcome<GridTask>.Refused(refused!);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, GridKinds.GridTask, id.Value));
        _tasks.Store.Stage(batch, changed, revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<GridTask>.Done(changed with { Revision = new(result.Versions[^1]) }) : Outcome<GridTask>.Refused([CommitFailures.Issue(result)]);
    }
}
