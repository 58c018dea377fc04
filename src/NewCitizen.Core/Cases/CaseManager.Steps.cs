using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Cases;

public sealed partial class CaseManager
{
    private const int MaxReason = 500;

    /// <summary>
    /// Accepts a case (受理); its limit begins. Past the five working days of 行政许可法第三十二条 it counts as accepted on the day it was handed in,
    /// with the warning NC2550.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2500 in another state, NC2504 while required papers are missing, NC3000 when it was changed meanwhile, NC3012 if it is not there.</returns>
    public ValueTask<Outcome<ServiceCase>> AcceptAsync(AccessContext context, ServiceCaseId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, CaseAct.Accept, reason: null, needsReason: false, (own, next, issues, token) => AcceptedAsync(context, own, next, issues, token), cancellationToken);

    /// <summary>Does not accept a case (不予受理). The reason may name the person; it is stored encrypted.</summary>
    /// <inheritdoc cref="AcceptAsync"/>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2500, NC2508, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ServiceCase>> RefuseAcceptanceAsync(AccessContext context, ServiceCaseId id, Revision revision, string reason, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, CaseAct.RefuseAcceptance, reason, needsReason: true, null, cancellationToken);

    /// <summary>
    /// Tells the applicant once, and all together, what is missing (一次性告知补正). Until it comes no limit runs, because none has begun
    /// (行政许可法第四十二条: from acceptance).
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="notInOrder">Codes of papers that were handed in but are not in order, and so are missing too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The case, with the warning NC2550 when the five working days are over; refused with NC2501 if it was asked before, NC2502 if nothing is missing, NC2503 for
    /// a code the item does not have, NC2500, NC3000 or NC3012.
    /// </returns>
    public ValueTask<Outcome<ServiceCase>> AskSupplementAsync(
        AccessContext context, ServiceCaseId id, Revision revision, IReadOnlyList<string> notInOrder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notInOrder);
        return StepAsync(context, id, revision, CaseAct.AskSupplement, null, needsReason: false, (own, next, issues, token) => AskedAsync(context, own, next, notInOrder, issues, token), cancellationToken);
    }

    /// <summary>Takes in what was missing (补正).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="papers">Codes of the papers handed in now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2503, NC2504 if something is still missing, NC2500, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ServiceCase>> SupplementAsync(AccessContext context, ServiceCaseId id, Revision revision, IReadOnlyList<string> papers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(papers);
        return StepAsync(context, id, revision, CaseAct.Supplement, null, needsReason: false, (own, next, issues, token) => SuppliedAsync(context, own, next, papers, issues, token), cancellationToken);
    }

    /// <summary>Decides a case (办结).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="granted">Whether what was asked for is granted.</param>
    /// <param name="reason">Why, 1 to 500 characters; needed to refuse.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2500, NC2508, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ServiceCase>> DecideAsync(AccessContext context, ServiceCaseId id, Revision revision, bool granted, string? reason, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, granted ? CaseAct.Grant : CaseAct.Refuse, reason, needsReason: !granted, null, cancellationToken);

    /// <summary>Hands the result over (送达).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The case.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2500, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ServiceCase>> DeliverAsync(AccessContext context, ServiceCaseId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, CaseAct.Deliver, null, needsReason: false, null, cancellationToken);

    /// <summary>Takes a case back for the applicant (撤回).</summary>
    /// <inheritdoc cref="DeliverAsync"/>
    public ValueTask<Outcome<ServiceCase>> WithdrawAsync(AccessContext context, ServiceCaseId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, CaseAct.Withdraw, null, needsReason: false, null, cancellationToken);

    private async ValueTask<Outcome<ServiceCase>> StepAsync(
        AccessContext context,
        ServiceCaseId id,
        Revision revision,
        CaseAct act,
        string? reason,
        bool needsReason,
        Func<ServiceCase, ServiceCase, List<Issue>, CancellationToken, ValueTask<ServiceCase>>? change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = act switch
        {
            CaseAct.Accept => "case.accept",
            CaseAct.RefuseAcceptance => "case.refuse-acceptance",
            CaseAct.AskSupplement => "case.ask-supplement",
            CaseAct.Supplement => "case.supplement",
            CaseAct.Grant => "case.grant",
            CaseAct.Refuse => "case.refuse",
            CaseAct.Deliver => "case.deliver",
            _ => "case.withdraw",
        };
        using var span = NewCitizenTelemetry.Start(name);
        var own = await _cases.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (own is null)
        {
            return Outcome<ServiceCase>.Refused(StorageErrors.NotFound);
        }

        if (own.Revision != revision)
        {
            return Outcome<ServiceCase>.Refused(StorageErrors.Conflict);
        }

        if (CaseFlow.After(own.State, act) is not { } state)
        {
            return act == CaseAct.AskSupplement && own.AskedFor is not null
                ? Outcome<ServiceCase>.Refused(CaseErrors.SupplementTwice)
                : Outcome<ServiceCase>.Refused(CaseErrors.NotInThisState, act.ToString(), own.State.ToString());
        }

        if (needsReason ? !ServiceRules.IsText(reason, MaxReason) : reason is not null && !ServiceRules.IsText(reason, MaxReason))
        {
            return Outcome<ServiceCase>.Refused([new Issue(CaseErrors.ReasonInvalid, IssueLocation.At("/reason"), [MaxReason.ToString(CultureInfo.InvariantCulture)])]);
        }

        var issues = new List<Issue>();
        var next = own with { State = state, Steps = [.. own.Steps, new CaseStep(_clock.GetCurrentInstant(), act, context.Actor, reason)] };
        if (change is not null)
        {
            next = await change(own, next, issues, cancellationToken).ConfigureAwait(false);
            if (issues.Exists(issue => issue.IsError))
            {
                return Outcome<ServiceCase>.Refused(issues);
            }
        }

        var batch = new WriteBatch(context.Agency)
            .AddAudit(context.Entry(_clock, name, CaseKinds.ServiceCase, id.Value))
            .Emit(new DomainEvent("cases.changed", new RecordKey(context.Agency, CaseKinds.ServiceCase, id.Value), default));
        _cases.Stage(batch, next, own.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<ServiceCase>.Done(next with { Revision = new(result.Versions[^1]) }, issues)
            : Outcome<ServiceCase>.Refused([CommitFailures.Issue(result)]);
    }

    private async ValueTask<ServiceCase> AcceptedAsync(AccessContext context, ServiceCase own, ServiceCase next, List<Issue> issues, CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.Today(_clock);
        var calendar = _calendars.Current;
        var item = await ItemAsync(context, own, cancellationToken).ConfigureAwait(false);
        var submitted = ShanghaiTime.DateOf(own.SubmittedAt);
        var deemed = CaseLimits.IsDeemedAccepted(own, calendar, today);
        if (deemed)
        {
            issues.Add(new Issue(CaseErrors.ToldLate));
        }
        else if (own.AskedFor is null && OneTimeNotice.For(item, own.Papers, submitted, calendar) is { IsComplete: false } notice)
        {
            issues.Add(new Issue(CaseErrors.StillMissing, IssueLocation.At("/papers"), [notice.Missing.Count.ToString(CultureInfo.InvariantCulture)]));
        }

        return next with
        {
            AcceptedOn = deemed ? submitted : today,
            Limit = item.PromisedLimit ?? item.StatutoryLimit,
            LimitBasis = item.PromisedLimit is null && item.StatutoryLimit is not null && item.Basis.Count > 0 ? item.Basis[0] : null,
        };
    }

    private async ValueTask<ServiceCase> AskedAsync(
        AccessContext context, ServiceCase own, ServiceCase next, IReadOnlyList<string> notInOrder, List<Issue> issues, CancellationToken cancellationToken)
    {
        var item = await ItemAsync(context, own, cancellationToken).ConfigureAwait(false);
        CheckPapers(item, notInOrder, issues);
        string[] sound = [.. own.Papers.Except(notInOrder, StringComparer.Ordinal)];
        var notice = OneTimeNotice.For(item, sound, ShanghaiTime.DateOf(own.SubmittedAt), _calendars.Current);
        if (notice.IsComplete)
        {
            issues.Add(new Issue(CaseErrors.NothingMissing));
        }

        if (CaseLimits.IsDeemedAccepted(own, _calendars.Current, ShanghaiTime.Today(_clock)))
        {
            issues.Add(new Issue(CaseErrors.ToldLate));
        }

        return next with { Papers = sound, AskedFor = [.. notice.Missing.SelectMany(paper => paper.AnyOf).Select(paper => paper.Code)] };
    }

    private async ValueTask<ServiceCase> SuppliedAsync(
        AccessContext context, ServiceCase own, ServiceCase next, IReadOnlyList<string> papers, List<Issue> issues, CancellationToken cancellationToken)
    {
        var item = await ItemAsync(context, own, cancellationToken).ConfigureAwait(false);
        CheckPapers(item, papers, issues);
        string[] all = [.. own.Papers.Union(papers, StringComparer.Ordinal)];

        // Only what was asked for counts: a paper the item came to need meanwhile would be a second asking.
        var asked = own.AskedFor ?? [];
        var missing = OneTimeNotice.For(item, all, ShanghaiTime.Today(_clock), _calendars.Current).Missing
            .Count(paper => paper.AnyOf.Any(any => asked.Contains(any.Code, StringComparer.Ordinal)));
        if (missing > 0)
        {
            issues.Add(new Issue(CaseErrors.StillMissing, IssueLocation.At("/papers"), [missing.ToString(CultureInfo.InvariantCulture)]));
        }

        return next with { Papers = all };
    }

    // Items are never deleted.
    private async ValueTask<ServiceItem> ItemAsync(AccessContext context, ServiceCase own, CancellationToken cancellationToken) =>
        await _items.FindAsync(context.Agency, own.Item, cancellationToken).ConfigureAwait(false) ?? throw new StoreUnavailableException(StorageErrors.NotFound);
}
