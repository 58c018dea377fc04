using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Follows hazards to the end (隐患闭环): notice, re-check, closed, each put at the state that was read, so none is skipped or done twice. Thread-safe.</summary>
public sealed partial class HazardManager
{
    private const int MaxText = InspectionManager.MaxText;
    private const int MaxWorkdays = 365;

    private readonly IRecordStore _store;
    private readonly IHazardStore _hazards;
    private readonly IInspectionStore _inspections;
    private readonly IWorkCalendarSource _calendars;
    private readonly IOptions<InspectionOptions> _options;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    /// <summary>Usually made by the container.</summary>
    public HazardManager(
        IRecordStore store, IHazardStore hazards, IInspectionStore inspections, IWorkCalendarSource calendars, IOptions<InspectionOptions> options, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _hazards = hazards;
        _inspections = inspections;
        _calendars = calendars;
        _options = options;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Puts a hazard on file that was found outside of an inspection.</summary>
    /// <returns>The hazard; refused with NC2653 or NC2657.</returns>
    public async ValueTask<Outcome<Hazard>> ReportAsync(AccessContext context, ReportHazard command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("hazard.find");
        if (command.Description.Trim().Length is 0 or > MaxText)
        {
            return Outcome<Hazard>.Refused([new Issue(InspectionErrors.TextInvalid, IssueLocation.At("/description"), [$"{MaxText}"])]);
        }

        var hazard = new Hazard
        {
            Id = HazardId.New(_ids),
            Home = command.Home,
            Severity = command.Severity,
            Description = command.Description.Trim(),
            FoundOn = ShanghaiTime.Today(_clock),
            Steps = [new(_clock.GetCurrentInstant(), HazardAct.Find, context.Actor, null)],
        };
        var batch = new WriteBatch(context.Agency)
            .Check(HousingKinds.RentalProperty, command.Home.Value, ExpectedVersion.Exists)
            .AddAudit(context.Entry(_clock, "hazard.find", InspectionKinds.Hazard, hazard.Id.Value));
        _hazards.Stage(batch, hazard, ExpectedVersion.Missing);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<Hazard>.Done(hazard with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.Conflict, FailedOperation: 0 } => Outcome<Hazard>.Refused([new Issue(InspectionErrors.HomeMissing, IssueLocation.At("/home"))]),
            _ => Outcome<Hazard>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Tells the landlord to put it right (下达整改通知).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The hazard.</param>
    /// <param name="revision">State that was read.</param>
    /// <param name="workdays">Working days to do so, 0 to 365; null for the configured number.</param>
    /// <param name="note">What was said, at most 200 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hazard; refused with NC2651, NC2657, NC2658, NC2660, NC3001 if it changed meanwhile, NC3012.</returns>
    public ValueTask<Outcome<Hazard>> NoticeAsync(AccessContext context, HazardId id, Revision revision, int? workdays, string? note, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, HazardAct.Notice, workdays, note, cancellationToken);

    /// <summary>Says what a re-check found (复查). A failed one sets a new day.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The hazard.</param>
    /// <param name="revision">State that was read.</param>
    /// <param name="passed">Whether it was put right.</param>
    /// <param name="workdays">After a failed one: working days to do so, 0 to 365; null for the configured number.</param>
    /// <param name="note">What was seen, at most 200 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hazard; refused as <see cref="NoticeAsync"/>.</returns>
    public ValueTask<Outcome<Hazard>> RecheckAsync(AccessContext context, HazardId id, Revision revision, bool passed, int? workdays, string? note, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, passed ? HazardAct.RecheckPassed : HazardAct.RecheckFailed, workdays, note, cancellationToken);

    /// <summary>Closes it after a re-check that passed (闭环).</summary>
    /// <returns>The hazard; refused as <see cref="NoticeAsync"/>.</returns>
    public ValueTask<Outcome<Hazard>> CloseAsync(AccessContext context, HazardId id, Revision revision, string? note, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, HazardAct.Close, workdays: null, note, cancellationToken);

    /// <summary>Reads one hazard; null if there is none in the caller's agency.</summary>
    public ValueTask<Hazard?> FindAsync(AccessContext context, HazardId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _hazards.FindAsync(context.Agency, id, cancellationToken);
    }

    private async ValueTask<Outcome<Hazard>> StepAsync(
        AccessContext context, HazardId id, Revision revision, HazardAct act, int? workdays, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(ActionOf(act));
        var hazard = await _hazards.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (hazard is null)
        {
            return Outcome<Hazard>.Refused(StorageErrors.NotFound);
        }

        if (HazardStates.After(hazard.State, act) is not { } state)
        {
            return Outcome<Hazard>.Refused(InspectionErrors.NotInThisState);
        }

        if (note?.Trim().Length > MaxText)
        {
            return Outcome<Hazard>.Refused([new Issue(InspectionErrors.TextInvalid, IssueLocation.At("/note"), [$"{MaxText}"])]);
        }

        var today = ShanghaiTime.Today(_clock);
        var changed = hazard with { State = state };
        if (state == HazardState.Noticed)
        {
            if (workdays is < 0 or > MaxWorkdays)
            {
                return Outcome<Hazard>.Refused([new Issue(InspectionErrors.NumberOutOfRange, IssueLocation.At("/workdays"), ["0", $"{MaxWorkdays}"])]);
            }

            if ((workdays ?? (_options.Value.CorrectionWorkdays.TryGetValue(hazard.Severity, out var days) ? days : null)) is not { } limit)
            {
                return Outcome<Hazard>.Refused(InspectionErrors.NotConfigured, $"correctionWorkdays.{hazard.Severity}");
            }

            changed = changed with { NoticedOn = today, LimitWorkdays = limit, EscalationLevel = 0 };
        }
        else if (state == HazardState.Closed)
        {
            changed = changed with { ClosedOn = today };
        }

        return await PutAsync(context, changed, revision.Expected, act, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<Hazard>> PutAsync(AccessContext context, Hazard changed, ExpectedVersion expected, HazardAct act, string? note, CancellationToken cancellationToken)
    {
        changed = changed with { Steps = [.. changed.Steps, new(_clock.GetCurrentInstant(), act, context.Actor, note)] };
        var details = act == HazardAct.Escalate ? string.Create(CultureInfo.InvariantCulture, $$"""{"level":{{changed.EscalationLevel}}}""") : null;
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, ActionOf(act), InspectionKinds.Hazard, changed.Id.Value, details));
        _hazards.Stage(batch, changed, expected);
        batch.Emit(new DomainEvent(act == HazardAct.Escalate ? "hazards.escalated" : "hazards.changed", new RecordKey(context.Agency, InspectionKinds.Hazard, changed.Id.Value), default));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<Hazard>.Done(changed with { Revision = new(result.Versions[0]) }) : Outcome<Hazard>.Refused([CommitFailures.Issue(result)]);
    }

    private static string ActionOf(HazardAct act) => act switch
    {
        HazardAct.Notice => "hazard.notice",
        HazardAct.RecheckFailed or HazardAct.RecheckPassed => "hazard.recheck",
        HazardAct.Close => "hazard.close",
        HazardAct.Escalate => "hazard.escalate",
        _ => "hazard.find",
    };
}
