using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Checklists;

/// <summary>Progress of configured checklists, by person or home (清单管理). Two who tick different items at once both count. Thread-safe.</summary>
public sealed class ChecklistManager
{
    private const int MaxRounds = 20;
    private const int MaxNote = 500;

    private readonly IRecordStore _store;
    private readonly ChecklistStore _progress;
    private readonly ChecklistTemplates _templates;
    private readonly IClock _clock;

    internal ChecklistManager(IRecordStore store, ChecklistStore progress, ChecklistTemplates templates, IClock clock)
    {
        _store = store;
        _progress = progress;
        _templates = templates;
        _clock = clock;
    }

    /// <summary>The lists of the host.</summary>
    public IReadOnlyList<ChecklistTemplate> Templates => _templates.All;

    /// <summary>How far a subject's list is; nothing done when nobody has begun.</summary>
    /// <returns>The progress; refused with NC2860 when the list is not configured.</returns>
    public async ValueTask<Outcome<ChecklistProgress>> FindAsync(AccessContext context, string template, Guid subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _templates.Find(template) is { } list
            ? Outcome<ChecklistProgress>.Done(await _progress.FindAsync(context.Agency, template, subject, cancellationToken).ConfigureAwait(false) ?? Empty(list, subject))
            : Outcome<ChecklistProgress>.Refused(ChecklistErrors.TemplateMissing);
    }

    /// <summary>Ticks an item (完成项目). One that is done already stays as it is: who and when do not change.</summary>
    /// <param name="context">On whose behalf; its account is who did it.</param>
    /// <param name="template">Code of the list.</param>
    /// <param name="subject">Id of the person's file or the home.</param>
    /// <param name="item">Code of the item.</param>
    /// <param name="note">What was done, at most 500 characters; stored encrypted. Null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The progress; refused with NC2860 to NC2863.</returns>
    public ValueTask<Outcome<ChecklistProgress>> TickAsync(AccessContext context, string template, Guid subject, string item, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return note is not null && !ServiceRules.IsText(note, MaxNote)
            ? ValueTask.FromResult(NoteWrong("/note"))
            : ChangeAsync(
                context,
                template,
                subject,
                item,
                "checklist.tick",
                own => own.Find(item) is not null ? own : own with { Done = [.. own.Done, new(item, _clock.GetCurrentInstant(), context.Actor, note)] },
                cancellationToken);
    }

    /// <summary>Takes a tick back (撤销完成); the audit trail keeps both acts.</summary>
    /// <returns>The progress; refused with NC2860 to NC2862 and NC2864.</returns>
    public ValueTask<Outcome<ChecklistProgress>> UntickAsync(AccessContext context, string template, Guid subject, string item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ChangeAsync(
            context,
            template,
            subject,
            item,
            "checklist.untick",
            own => own.Find(item) is null ? null : own with { Done = [.. own.Done.Where(tick => !string.Equals(tick.Item, item, StringComparison.Ordinal))] },
            cancellationToken);
    }

    private static ChecklistProgress Empty(ChecklistTemplate list, Guid subject) => new() { Template = list.Code, Subject = list.Subject, SubjectId = subject };

    private static Outcome<ChecklistProgress> NoteWrong(string pointer) =>
        Outcome<ChecklistProgress>.Refused([new Issue(ChecklistErrors.NoteInvalid, IssueLocation.At(pointer), [MaxNote.ToString(CultureInfo.InvariantCulture)])]);

    private async ValueTask<Outcome<ChecklistProgress>> ChangeAsync(
        AccessContext context, string template, Guid subject, string item, string action, Func<ChecklistProgress, ChecklistProgress?> change, CancellationToken cancellationToken)
    {
        using var span = NewCitizenTelemetry.Start(action);
        if (_templates.Find(template) is not { } list)
        {
            return Outcome<ChecklistProgress>.Refused(ChecklistErrors.TemplateMissing);
        }

        if (list.Find(item) is null)
        {
            return Outcome<ChecklistProgress>.Refused([new Issue(ChecklistErrors.ItemMissing, IssueLocation.At("/item"))]);
        }

        var kind = list.Subject == ChecklistSubject.Person ? ResidentKind.Kind : HousingKinds.RentalProperty;
        for (var round = 1; ; round++)
        {
            var own = await _progress.FindAsync(context.Agency, template, subject, cancellationToken).ConfigureAwait(false);
            var before = own ?? Empty(list, subject);
            if (change(before) is not { } changed)
            {
                return Outcome<ChecklistProgress>.Refused([new Issue(ChecklistErrors.NotTicked, IssueLocation.At("/item"))]);
            }

            if (ReferenceEquals(changed, before))
            {
                return Outcome<ChecklistProgress>.Done(before);
            }

            var batch = new WriteBatch(context.Agency)
                .Check(kind, subject, ExpectedVersion.Exists)
                .AddAudit(context.Entry(_clock, action, ChecklistKinds.Progress, _progress.IdOf(changed)));
            _progress.Stage(batch, changed, own is null ? ExpectedVersion.Missing : own.Revision.Expected);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { IsDurable: true }:
                    return Outcome<ChecklistProgress>.Done(changed with { Revision = new(result.Versions[^1]) });
                case { Status: CommitStatus.Conflict, FailedOperation: 0 }:
                    return Outcome<ChecklistProgress>.Refused([new Issue(ChecklistErrors.SubjectMissing, IssueLocation.At("/subject"))]);
                case { Status: CommitStatus.Conflict } when round < MaxRounds:
                    continue;
                default:
                    return Outcome<ChecklistProgress>.Refused([CommitFailures.Issue(result)]);
            }
        }
    }
}
