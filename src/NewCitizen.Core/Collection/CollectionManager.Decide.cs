using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Collection;

public sealed partial class CollectionManager
{
    private const int MaxReason = 500;

    /// <summary>Reads a conflict with its values in full. Leaves an audit entry with the purpose before anything is shown (查看完整信息).</summary>
    /// <returns>The conflict; refused with NC2811 when the task is none or it is decided, NC3200 without a purpose, NC3012 if it is not there.</returns>
    public async ValueTask<Outcome<StayConflict>> ReadConflictAsync(AccessContext context, GridTaskId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("stay.read-conflict");
        if (context.Purpose is null)
        {
            return Outcome<StayConflict>.Refused(AccessErrors.PurposeMissing);
        }

        var (conflict, refused) = await FindConflictAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (conflict is null)
        {
            return Outcome<StayConflict>.Refused(refused!);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "stay.read-conflict", CollectionKinds.StayFile, conflict.Stay.Id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<StayConflict>.Done(conflict) : Outcome<StayConflict>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Decides a conflict (核对): one value holds from now on, the others are kept as past ones. Stay, task and audit entry are one commit.</summary>
    /// <param name="context">On whose behalf; the worker who has taken the task, or anybody while nobody has.</param>
    /// <param name="id">The task.</param>
    /// <param name="revision">State of the task the caller has seen.</param>
    /// <param name="choice">Which of <see cref="StayConflict.Values"/>, from 0.</param>
    /// <param name="reason">Why, 1 to 500 characters; stored encrypted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stay; refused with NC2809 to NC2811, NC2758 when another has taken the task, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<StayFile>> ResolveAsync(
        AccessContext context, GridTaskId id, Revision revision, int choice, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("stay.resolve");
        if (ReasonWrong(reason) is { } wrong)
        {
            return Outcome<StayFile>.Refused([wrong]);
        }

        for (var round = 1; ; round++)
        {
            var (conflict, refused) = await FindConflictAsync(context, id, cancellationToken).ConfigureAwait(false);
            if (conflict is null)
            {
                return Outcome<StayFile>.Refused(refused!);
            }

            if (await MayDecideAsync(context, conflict.Task, revision, cancellationToken).ConfigureAwait(false) is { } no)
            {
                return Outcome<StayFile>.Refused(no);
            }

            if (choice < 0 || choice >= conflict.Values.Count)
            {
                return Outcome<StayFile>.Refused([new Issue(CollectionErrors.ChoiceInvalid, IssueLocation.At("/choice"))]);
            }

            var own = conflict.Stay.Find(conflict.FactName)!;
            IReadOnlyList<OccupancyFact> values = [own with { Rivals = [], Task = null }, .. own.Rivals];
            var chosen = values[choice] with { Confidence = FactConfidence.Verified };
            var stay = conflict.Stay.With(chosen) with
            {
                Past = [.. conflict.Stay.Past, .. values.Where((_, i) => i != choice).Select(value => new PastFact(value, Today, id))],
            };
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "stay.resolve", CollectionKinds.StayFile, stay.Id.Value));
            _tasks.Store.Stage(batch, conflict.Task with { State = GridTaskState.Done, Result = reason, ClosedOn = Today }, revision.Expected);
            _stays.Stage(batch, stay, conflict.Stay.Revision.Expected);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                stay = stay with { Revision = new(result.Versions[^1]) };
                await EndRegistrationAsync(context, stay, cancellationToken).ConfigureAwait(false);
                return Outcome<StayFile>.Done(stay);
            }

            // Another fact of the stay may have come in; another value of this fact changes the list the choice was made from.
            var now = await _stays.FindStayAsync(context.Agency, stay.Id, cancellationToken).ConfigureAwait(false);
            if (result is not { Status: CommitStatus.Conflict, FailedOperation: 1 } || round == MaxRounds || now?.Find(own.Name)?.Rivals.Count != own.Rivals.Count)
            {
                return Outcome<StayFile>.Refused([CommitFailures.Issue(result)]);
            }
        }
    }

    /// <summary>Reads a held report with the name it states and those of the file. Leaves an audit entry with the purpose before anything is shown (查看完整信息).</summary>
    /// <returns>The report; refused with NC2811 when the task is none or it is decided, NC3200 without a purpose, NC3012 if it is not there.</returns>
    public async ValueTask<Outcome<HeldReport>> ReadHeldAsync(AccessContext context, GridTaskId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("stay.read-held");
        if (context.Purpose is null)
        {
            return Outcome<HeldReport>.Refused(AccessErrors.PurposeMissing);
        }

        var (task, report) = await FindHeldAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (task is null)
        {
            return Outcome<HeldReport>.Refused(StorageErrors.NotFound);
        }

        if (report is not { State: StayReportState.Held, Statement: { } statement }
            || await _files.FindAsync(context.Agency, report.Resident, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return Outcome<HeldReport>.Refused(CollectionErrors.WrongTask);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "stay.read-held", CollectionKinds.StayReport, report.Id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<HeldReport>.Done(new(task, report, Statement.Read(statement).Name, [.. file.Names.Select(name => name.Value.ToString("F"))]))
            : Outcome<HeldReport>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Decides a held report (复核): taken as one of the person whose file has the number, or not taken.</summary>
    /// <param name="context">On whose behalf; the worker who has taken the task, or anybody while nobody has.</param>
    /// <param name="id">The task.</param>
    /// <param name="revision">State of the task the caller has seen.</param>
    /// <param name="samePerson">Whether the report is of the person on file.</param>
    /// <param name="reason">Why, 1 to 500 characters; stored encrypted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What became of the report; refused with NC2805, NC2810, NC2811, NC2758, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<Reported>> DecideHeldAsync(
        AccessContext context, GridTaskId id, Revision revision, bool samePerson, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("stay.decide-held");
        if (ReasonWrong(reason) is { } wrong)
        {
            return Outcome<Reported>.Refused([wrong]);
        }

        var (task, report) = await FindHeldAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (task is null)
        {
            return Outcome<Reported>.Refused(StorageErrors.NotFound);
        }

        if (report is not { State: StayReportState.Held, Statement: { } statement })
        {
            return Outcome<Reported>.Refused(CollectionErrors.WrongTask);
        }

        if (await MayDecideAsync(context, task, revision, cancellationToken).ConfigureAwait(false) is { } no)
        {
            return Outcome<Reported>.Refused(no);
        }

        var closed = task with { State = GridTaskState.Done, Result = reason, ClosedOn = Today };
        if (samePerson)
        {
            var command = Statement.Read(statement).ToCommand();
            var facts = ReadFacts(command, []);
            if (report.Kind == StayReportKind.Arrival)
            {
                await DeclareAsync(context, report, command, cancellationToken).ConfigureAwait(false);
            }

            return await PutAsync(context, command, report with { State = StayReportState.Accepted }, facts, [], [], requestKey: null, closed, cancellationToken).ConfigureAwait(false);
        }

        var rejected = report with { State = StayReportState.Rejected, Statement = null };
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "stay.reject-held", CollectionKinds.StayReport, report.Id.Value));
        _tasks.Store.Stage(batch, closed, revision.Expected);
        _stays.Stage(batch, rejected, report.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<Reported>.Done(Answer(rejected, isReplay: false)) : Outcome<Reported>.Refused([CommitFailures.Issue(result)]);
    }

    private static Issue? ReasonWrong(string reason) => ServiceRules.IsText(reason, MaxReason)
        ? null
        : new Issue(CollectionErrors.ReasonInvalid, IssueLocation.At("/reason"), [MaxReason.ToString(CultureInfo.InvariantCulture)]);

    private async ValueTask<(StayConflict? Conflict, ErrorCode? Refused)> FindConflictAsync(AccessContext context, GridTaskId id, CancellationToken cancellationToken)
    {
        var task = await _tasks.Store.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (task is null)
        {
            return (null, StorageErrors.NotFound);
        }

        var stay = task.Kind == GridTaskKind.Conflict ? await _stays.FindStayAsync(context.Agency, new(task.SubjectId), cancellationToken).ConfigureAwait(false) : null;
        return stay?.Find(task.Topic) is { } fact && fact.Task == id && !task.IsClosed
            ? (new(task, stay, fact.Name, [ConflictValue.Of(fact), .. fact.Rivals.Select(ConflictValue.Of)]), null)
            : (null, CollectionErrors.WrongTask);
    }

    private async ValueTask<(GridTask? Task, StayReport? Report)> FindHeldAsync(AccessContext context, GridTaskId id, CancellationToken cancellationToken)
    {
        var task = await _tasks.Store.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        var report = task is { Kind: GridTaskKind.Review } && string.Equals(task.SubjectKind, CollectionKinds.StayReport.Name, StringComparison.Ordinal)
            ? await _stays.FindReportAsync(context.Agency, new StayReportId(task.SubjectId), cancellationToken).ConfigureAwait(false)
            : null;
        return (task, report);
    }

    private async ValueTask<ErrorCode?> MayDecideAsync(AccessContext context, GridTask task, Revision revision, CancellationToken cancellationToken)
    {
        if (task.Revision != revision)
        {
            return StorageErrors.Conflict;
        }

        if (task.Worker is not { } owner)
        {
            return null;
        }

        var worker = await _grid.FindWorkerAsync(context.Agency, context.Actor, cancellationToken).ConfigureAwait(false);
        return worker?.Id == owner ? null : GridErrors.TaskOfAnother;
    }

    // The declared stay that the report would have added if the name had been that of the file.
    private async ValueTask DeclareAsync(AccessContext context, StayReport report, ReportStay command, CancellationToken cancellationToken)
    {
        var address = await _addresses.FindAsync(context, report.Address, cancellationToken).ConfigureAwait(false);
        var file = await _residents.FindAsync(context, report.Resident, cancellationToken).ConfigureAwait(false);
        if (address is not null && file is not null)
        {
            var stated = new StatedResidence
            {
                Address = address.Text, DivisionCode = address.DivisionCode, RegisteredOn = Calendars.ShanghaiTime.DateOf(report.ReportedAt), Since = command.On,
            };

            // Refused when a stay at this address is open already: then there is nothing to add.
            await _residents.RegisterResidenceAsync(context, file.Id, file.Revision, stated, new RecordSource(report.Channel, $"{report.Id.Value:N}"), cancellationToken).ConfigureAwait(false);
        }
    }
}
