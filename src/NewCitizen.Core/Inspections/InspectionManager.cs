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

/// <summary>Inspections from plan to report, with photos (检查管理). One open inspection a home and checklist holds inside the store's transaction. Thread-safe.</summary>
public sealed partial class InspectionManager
{
    internal const int MaxText = 200;
    private const int MaxPeople = 10_000;
    private const int PageSize = 200;

    private readonly IRecordStore _store;
    private readonly IInspectionStore _inspections;
    private readonly IHazardStore _hazards;
    private readonly IInspectionPhotoStore _photos;
    private readonly RiskGradeManager _grades;
    private readonly IOptions<InspectionOptions> _options;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    /// <summary>Usually made by the container.</summary>
    public InspectionManager(
        IRecordStore store,
        IInspectionStore inspections,
        IHazardStore hazards,
        IInspectionPhotoStore photos,
        RiskGradeManager grades,
        IOptions<InspectionOptions> options,
        IClock clock,
        IIdGenerator ids)
    {
        _store = store;
        _inspections = inspections;
        _hazards = hazards;
        _photos = photos;
        _grades = grades;
        _options = options;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>The checklists of this host.</summary>
    public IReadOnlyList<InspectionTemplate> Templates => [.. _options.Value.Templates];

    /// <summary>
    /// Plans the next inspection of a home by its grade (按等级排期): the configured number of days after the last one, today at the earliest.
    /// </summary>
    /// <returns>The inspection; refused with NC2650, NC2651 (no grade or no interval configured), NC2652, NC2653.</returns>
    public async ValueTask<Outcome<Inspection>> PlanByGradeAsync(AccessContext context, RentalPropertyId home, string template, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var graded = await _grades.GradeAsync(context, home, complaintsInYear: null, cancellationToken).ConfigureAwait(false);
        if (!graded.Succeeded)
        {
            return Outcome<Inspection>.Refused(graded.Issues);
        }

        if (graded.Value.Grade is not { } grade)
        {
            return Outcome<Inspection>.Refused(InspectionErrors.NotConfigured, string.Join(", ", graded.Value.NotConfigured));
        }

        if (!_options.Value.IntervalDays.TryGetValue(grade, out var days))
        {
            return Outcome<Inspection>.Refused(InspectionErrors.NotConfigured, $"intervalDays.{grade}");
        }

        LocalDate? last = null;
        string? after = null;
        do
        {
            var page = await _inspections.ListByHomeAsync(context.Agency, home, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var done in page.Items.Where(inspection => inspection.DoneOn is not null && inspection.Template == template))
            {
                last = last is { } known && known >= done.DoneOn ? last : done.DoneOn;
            }

            after = page.Next;
        }
        while (after is not null);
        var today = ShanghaiTime.Today(_clock);
        var due = last is { } on ? LocalDate.Max(today, on.PlusDays(days)) : today;
        return await PlanAsync(context, home, template, due, grade, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans an inspection for a day somebody chose (临时检查).</summary>
    /// <returns>The inspection; refused with NC2650, NC2652, NC2653.</returns>
    public ValueTask<Outcome<Inspection>> PlanAsync(AccessContext context, RentalPropertyId home, string template, LocalDate dueOn, CancellationToken cancellationToken) =>
        PlanAsync(context, home, template, dueOn, grade: null, cancellationToken);

    /// <summary>
    /// Puts down the answers, and a hazard for each failed item, in one step (提交检查). Sent again with the same answers it changes nothing.
    /// </summary>
    /// <returns>The report; refused with NC2652, NC2654–NC2658, or NC3012 if there is no such inspection.</returns>
    public async ValueTask<Outcome<InspectionReport>> CompleteAsync(AccessContext context, CompleteInspection command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("inspection.complete");
        var inspection = await _inspections.FindAsync(context.Agency, command.Inspection, cancellationToken).ConfigureAwait(false);
        if (inspection is null)
        {
            return Outcome<InspectionReport>.Refused(StorageErrors.NotFound);
        }

        if (inspection.State != InspectionState.Planned)
        {
            return IsRepetition(inspection, context, command)
                ? Outcome<InspectionReport>.Done(new(inspection, []))
                : Outcome<InspectionReport>.Refused(InspectionErrors.NotOpen);
        }

        if (FindTemplate(inspection.Template) is not { } template)
        {
            return Outcome<InspectionReport>.Refused(InspectionErrors.TemplateUnknown);
        }

        var issues = Check(template, command);
        if (issues.Count > 0)
        {
            return Outcome<InspectionReport>.Refused(issues);
        }

        var (now, today) = (_clock.GetCurrentInstant(), ShanghaiTime.Today(_clock));
        var done = inspection with
        {
            State = InspectionState.Done,
            TemplateVersion = template.Version,
            DoneOn = today,
            Inspector = context.Actor,
            PeopleFound = command.PeopleFound,
            Answers = [.. template.Items.Select(item => command.Answers.First(answer => answer.Item == item.Code))],
        };
        var batch = new WriteBatch(context.Agency);
        var hazards = new List<Hazard>();
        foreach (var (item, answer) in template.Items.Zip(done.Answers).Where(pair => pair.Second.Verdict == AnswerVerdict.Fail))
        {
            var hazard = new Hazard
            {
                Id = HazardId.New(_ids),
                Home = inspection.Home,
                Inspection = inspection.Id,
                Item = item.Code,
                Severity = item.Severity,
                Description = string.IsNullOrWhiteSpace(answer.Note) ? item.Chinese : answer.Note.Trim(),
                FoundOn = today,
                Steps = [new(now, HazardAct.Find, context.Actor, null)],
            };
            _hazards.Stage(batch, hazard, ExpectedVersion.Missing);
            batch.AddAudit(context.Entry(_clock, "hazard.find", InspectionKinds.Hazard, hazard.Id.Value));
            hazards.Add(hazard);
        }

        _inspections.Stage(batch, done, inspection.Revision.Expected);
        batch.AddAudit(context.Entry(_clock, "inspection.complete", InspectionKinds.Inspection, done.Id.Value, $$"""{"hazards":{{hazards.Count}}}"""));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<InspectionReport>.Done(new(done with { Revision = new(result.Versions[^1]) }, [.. hazards.Zip(result.Versions, (hazard, version) => hazard with { Revision = new(version) })]))
            : Outcome<InspectionReport>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Calls an inspection off (取消检查).</summary>
    /// <returns>The inspection; refused with NC2654, NC3001 if it changed meanwhile, NC3012.</returns>
    public async ValueTask<Outcome<Inspection>> CancelAsync(AccessContext context, InspectionId id, Revision revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("inspection.cancel");
        var inspection = await _inspections.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (inspection is not { State: InspectionState.Planned })
        {
            return Outcome<Inspection>.Refused(inspection is null ? StorageErrors.NotFound : InspectionErrors.NotOpen);
        }

        var cancelled = inspection with { State = InspectionState.Cancelled };
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "inspection.cancel", InspectionKinds.Inspection, id.Value));
        _inspections.Stage(batch, cancelled, revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<Inspection>.Done(cancelled with { Revision = new(result.Versions[^1]) }) : Outcome<Inspection>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Reads one inspection; null if there is none in the caller's agency.</summary>
    public ValueTask<Inspection?> FindAsync(AccessContext context, InspectionId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _inspections.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Lists what is to be done, by day. 1 to 1,000 a page.</summary>
    public ValueTask<Page<Inspection>> ListOpenAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _inspections.ListOpenAsync(context.Agency, limit, after, cancellationToken);
    }

    /// <summary>Lists the inspections of a home, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<Inspection>> ListByHomeAsync(AccessContext context, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _inspections.ListByHomeAsync(context.Agency, home, limit, after, cancellationToken);
    }

    /// <summary>The checklist of a code; null if this host has none.</summary>
    public InspectionTemplate? FindTemplate(string code) => _options.Value.Templates.FirstOrDefault(template => string.Equals(template.Code, code, StringComparison.Ordinal));

    private static bool IsRepetition(Inspection inspection, AccessContext context, CompleteInspection command) =>
        inspection.State == InspectionState.Done
        && inspection.Inspector == context.Actor
        && inspection.PeopleFound == command.PeopleFound
        && inspection.Answers.ToHashSet().SetEquals(command.Answers);

    private static List<Issue> Check(InspectionTemplate template, CompleteInspection command)
    {
        var issues = new List<Issue>();
        var given = command.Answers.Select(answer => answer.Item).ToArray();
        if (given.Distinct(StringComparer.Ordinal).Count() != given.Length || given.Except(template.Items.Select(item => item.Code), StringComparer.Ordinal).Any())
        {
            issues.Add(new Issue(InspectionErrors.AnswerStray, IssueLocation.At("/answers")));
        }

        issues.AddRange(template.Items.Where(item => !given.Contains(item.Code, StringComparer.Ordinal))
            .Select(item => new Issue(InspectionErrors.ItemUnanswered, IssueLocation.At("/answers"), [item.Code])));
        if (command.Answers.Any(answer => answer.Note is { Length: > MaxText }))
        {
            issues.Add(new Issue(InspectionErrors.TextInvalid, IssueLocation.At("/answers"), [$"{MaxText}"]));
        }

        if (command.PeopleFound is < 0 or > MaxPeople)
        {
            issues.Add(new Issue(InspectionErrors.NumberOutOfRange, IssueLocation.At("/peopleFound"), ["0", $"{MaxPeople}"]));
        }

        return issues;
    }

    private async ValueTask<Outcome<Inspection>> PlanAsync(AccessContext context, RentalPropertyId home, string template, LocalDate dueOn, RiskGrade? grade, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("inspection.plan");
        if (FindTemplate(template) is null)
        {
            return Outcome<Inspection>.Refused([new Issue(InspectionErrors.TemplateUnknown, IssueLocation.At("/template"))]);
        }

        var inspection = new Inspection { Id = InspectionId.New(_ids), Home = home, Template = template, DueOn = dueOn, Grade = grade };
        var batch = new WriteBatch(context.Agency)
            .Check(HousingKinds.RentalProperty, home.Value, ExpectedVersion.Exists)
            .AddAudit(context.Entry(_clock, "inspection.plan", InspectionKinds.Inspection, inspection.Id.Value));
        _inspections.Stage(batch, inspection, ExpectedVersion.Missing);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<Inspection>.Done(inspection with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique } => Outcome<Inspection>.Refused(InspectionErrors.AlreadyPlanned),
            { Status: CommitStatus.Conflict, FailedOperation: 0 } => Outcome<Inspection>.Refused([new Issue(InspectionErrors.HomeMissing, IssueLocation.At("/home"))]),
            _ => Outcome<Inspection>.Refused([CommitFailures.Issue(result)]),
        };
    }
}
