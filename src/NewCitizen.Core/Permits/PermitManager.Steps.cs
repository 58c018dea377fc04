using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Permits.Rules;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Permits;

public sealed partial class PermitManager
{
    private const int MaxReason = 500;

    private delegate ResidencePermit Change(ResidencePermit next, PermitStanding before, PermitStanding after, List<Issue> issues);

    /// <summary>Accepts an application (受理); the 15 days begin.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2870 in another state, NC2876 while papers are missing, NC3000 when it was changed meanwhile, NC3012 if it is not there.</returns>
    public ValueTask<Outcome<ResidencePermit>> AcceptAsync(AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Accept, Plain, (next, _, _, issues) => Complete(next, issues), cancellationToken);

    /// <summary>Does not accept an application (不予受理). The reason may name the person; it is stored encrypted.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2870, NC2879, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> RefuseAcceptanceAsync(AccessContext context, ResidencePermitId id, Revision revision, string reason, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.RefuseAcceptance, step => step with { Reason = reason }, null, cancellationToken, needsReason: true);

    /// <summary>Tells the applicant once, and all together, what is missing (一次性告知).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="notInOrder">Codes of papers that were handed in but are not in order, and so are missing too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit, see <see cref="ResidencePermit.AskedFor"/>; refused with NC2875 if it was asked before, NC2878 if nothing is missing, NC2877, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> AskSupplementAsync(
        AccessContext context, ResidencePermitId id, Revision revision, IReadOnlyList<string> notInOrder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notInOrder);
        return StepAsync(context, id, revision, PermitAct.AskSupplement, Plain, (next, _, _, issues) =>
        {
            CheckPapers(next.PapersNeeded, notInOrder, issues);
            var sound = next with { Papers = [.. next.Papers.Except(notInOrder, StringComparer.Ordinal)] };
            if (sound.PapersMissing.Count == 0)
            {
                issues.Add(new Issue(PermitErrors.NothingMissing));
            }

            return sound with { AskedFor = [.. sound.PapersMissing.SelectMany(paper => paper.AnyOf).Select(paper => paper.Code)] };
        }, cancellationToken);
    }

    /// <summary>Takes in what was missing (补充材料).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="papers">Codes of the papers handed in now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2876 if something is still missing, NC2877, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> SupplementAsync(AccessContext context, ResidencePermitId id, Revision revision, IReadOnlyList<string> papers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(papers);
        return StepAsync(context, id, revision, PermitAct.Supplement, Plain, (next, _, _, issues) =>
        {
            CheckPapers(next.PapersNeeded, papers, issues);
            return Complete(next with { Papers = [.. next.Papers.Union(papers, StringComparer.Ordinal)] }, issues);
        }, cancellationToken);
    }

    /// <summary>Checks and signs off in the accepting unit (审核), where a city has such a stage.</summary>
    /// <inheritdoc cref="WithdrawAsync"/>
    public ValueTask<Outcome<ResidencePermit>> SignOffAsync(AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.SignOff, Plain, null, cancellationToken);

    /// <summary>Extends the limit of a special case, where a local measure allows it (延长制发期限).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2882 where nothing is configured, NC2883 if it was extended before, NC2879, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> ExtendAsync(AccessContext context, ResidencePermitId id, Revision revision, string reason, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Extend, step => step with { Reason = reason }, (next, _, after, issues) =>
        {
            if (PermitTopic.ExtendedDays(Policies, next.Division, after.AcceptedOn!.Value) is not { } days)
            {
                issues.Add(new Issue(PermitErrors.ExtensionNotConfigured, default, [nameof(PermitPolicy.ExtendedIssueDays)]));
                return next;
            }

            return next with { ExtendedDays = days };
        }, cancellationToken, needsReason: true);

    /// <summary>Issues the card (签发); free of charge. Its years count from today, or from the stay where the city's policy says so.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit, with the warning NC2931 after the limit; refused with NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> IssueAsync(AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Issue, Plain, (next, before, after, issues) =>
        {
            if (PermitLimit.LastDay(before, next.ExtendedDays) < after.On)
            {
                issues.Add(new Issue(PermitErrors.IssuedLate));
            }

            return next;
        }, cancellationToken);

    /// <summary>Refuses the permit (不予发证).</summary>
    /// <inheritdoc cref="RefuseAcceptanceAsync"/>
    public ValueTask<Outcome<ResidencePermit>> RefuseAsync(AccessContext context, ResidencePermitId id, Revision revision, string reason, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Refuse, step => step with { Reason = reason }, null, cancellationToken, needsReason: true);

    /// <summary>Takes the application back for the applicant (撤回).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> WithdrawAsync(AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Withdraw, Plain, null, cancellationToken);

    /// <summary>
    /// Endorses the permit (签注); free of charge. In the window the next year is covered; after it the functions are in force again and the years count
    /// from today, with the warning NC2930.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen: a call sent twice endorses once, the second is refused with NC3000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2873 before the window, NC2880 if the holder lives elsewhere, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> EndorseAsync(AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Endorse, Plain, (next, before, _, issues) =>
        {
            if (before.State == PermitState.Suspended)
            {
                issues.Add(new Issue(PermitErrors.EndorsedLate));
            }

            return next;
        }, cancellationToken);

    /// <summary>Notes that the card is lost or damaged (挂失、报损).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="isLost">Lost; else damaged.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2891 if it is known, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> ReportAsync(AccessContext context, ResidencePermitId id, Revision revision, bool isLost, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, isLost ? PermitAct.ReportLost : PermitAct.ReportDamaged, Plain, null, cancellationToken);

    /// <summary>Gives a new card for a lost or damaged one (补领、换领). The years count on. What it costs, see <see cref="FeeOf"/>.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="oldCardReturned">Whether the old card was handed in; needed for a damaged one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2874 if it is neither, NC2889 without the old card, NC2870, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> ReplaceAsync(AccessContext context, ResidencePermitId id, Revision revision, bool oldCardReturned, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Replace, Plain, (next, before, _, issues) =>
        {
            if (before.Card == PermitCardState.Damaged && !oldCardReturned)
            {
                issues.Add(new Issue(PermitErrors.OldCardKept));
            }

            return next;
        }, cancellationToken);

    /// <summary>Changes the address on the card after a move inside the city (地址变更). The years count on.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="address">The new address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2892 if there is no such address, NC2880, NC2870, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<ResidencePermit>> MoveAsync(AccessContext context, ResidencePermitId id, Revision revision, StandardAddressId address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await _addresses.FindManyAsync(context.Agency, [address], cancellationToken).ConfigureAwait(false))[0] is null
            ? Outcome<ResidencePermit>.Refused([new Issue(PermitErrors.AddressMissing, IssueLocation.At("/address"))])
            : await StepAsync(context, id, revision, PermitAct.MoveWithin, Plain, (next, _, _, _) => next with { Address = address }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes that the holder lives elsewhere now, or here again (离开、返回居住地). While away it cannot be endorsed; the year runs on.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="isAway">Lives elsewhere; else here again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2880 or NC2870 if that is known, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> SetAwayAsync(AccessContext context, ResidencePermitId id, Revision revision, bool isAway, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, isAway ? PermitAct.MoveAway : PermitAct.MoveBack, Plain, null, cancellationToken);

    /// <summary>Cancels the permit (注销).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The permit.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="cause">Why.</param>
    /// <param name="remark">More, 1 to 500 characters; null for nothing. Stored encrypted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; refused with NC2870, NC2879, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidencePermit>> CancelAsync(
        AccessContext context, ResidencePermitId id, Revision revision, PermitCancelReason cause, string? remark, CancellationToken cancellationToken) =>
        StepAsync(context, id, revision, PermitAct.Cancel, step => step with { CancelReason = cause, Reason = remark }, null, cancellationToken);

    /// <summary>What an act costs at the permit's place today (工本费).</summary>
    public PermitFeeAnswer FeeOf(ResidencePermit permit, PermitAct act)
    {
        ArgumentNullException.ThrowIfNull(permit);
        return PermitFeeAnswer.For(act, Policies.Find(permit.Division, Today));
    }

    private static PermitStep Plain(PermitStep step) => step;

    private static ResidencePermit Complete(ResidencePermit next, List<Issue> issues)
    {
        // Only what was asked for counts: to want more the second time is a second asking.
        var missing = next.PapersMissing.Count(paper => next.AskedFor is not { } asked || paper.AnyOf.Any(any => asked.Contains(any.Code, StringComparer.Ordinal)));
        if (missing > 0)
        {
            issues.Add(new Issue(PermitErrors.PapersMissing, IssueLocation.At("/papers"), [missing.ToString(CultureInfo.InvariantCulture)]));
        }

        return next;
    }

    private async ValueTask<Outcome<ResidencePermit>> StepAsync(
        AccessContext context,
        ResidencePermitId id,
        Revision revision,
        PermitAct act,
        Func<PermitStep, PermitStep> fill,
        Change? change,
        CancellationToken cancellationToken,
        bool needsReason = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = NameOf(act);
        using var span = NewCitizenTelemetry.Start(name);
        var own = await _permits.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (own is null)
        {
            return Outcome<ResidencePermit>.Refused(StorageErrors.NotFound);
        }

        if (own.Revision != revision)
        {
            return Outcome<ResidencePermit>.Refused(StorageErrors.Conflict);
        }

        var step = fill(new PermitStep(_clock.GetCurrentInstant(), act, context.Actor));
        if (act == PermitAct.Issue && own.StayedSince is { } stayed && Policies.Find(own.Division, step.On)?.YearsFrom == PermitYearsFrom.Residence)
        {
            step = step with { YearsFrom = stayed };
        }

        var before = own.StandingOn(LocalDate.Max(step.On, own.Steps[^1].On));
        var (after, refusal) = PermitLife.Apply(before, step.ToEvent());
        if (refusal is not null)
        {
            return act == PermitAct.AskSupplement && own.AskedFor is not null && !PermitFlow.IsEnd(before.State!.Value) && before.AcceptedOn is null
                ? Outcome<ResidencePermit>.Refused(PermitErrors.SupplementTwice)
                : Outcome<ResidencePermit>.Refused([refusal]);
        }

        if (needsReason ? !ServiceRules.IsText(step.Reason, MaxReason) : step.Reason is not null && !ServiceRules.IsText(step.Reason, MaxReason))
        {
            return Outcome<ResidencePermit>.Refused([new Issue(PermitErrors.ReasonInvalid, IssueLocation.At("/reason"), [MaxReason.ToString(CultureInfo.InvariantCulture)])]);
        }

        var issues = new List<Issue>();
        var next = own with { Steps = [.. own.Steps, step], StateOnFile = after.State!.Value };
        if (act is PermitAct.Issue or PermitAct.Endorse or PermitAct.Cancel)
        {
            next = next with { RemindOn = after.ActiveThrough?.PlusDays(-_options.RemindDays) };
        }

        next = change?.Invoke(next, before, after, issues) ?? next;
        if (issues.Exists(issue => issue.IsError))
        {
            return Outcome<ResidencePermit>.Refused(issues);
        }

        var batch = new WriteBatch(context.Agency)
            .AddAudit(context.Entry(_clock, name, PermitKinds.ResidencePermit, id.Value))
            .Emit(Event("permits.changed", context, id));
        _permits.Stage(batch, next, own.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<ResidencePermit>.Done(next with { Revision = new(result.Versions[^1]) }, issues)
            : Outcome<ResidencePermit>.Refused([CommitFailures.Issue(result)]);
    }

    private static string NameOf(PermitAct act) => act switch
    {
        PermitAct.Accept => "permit.accept",
        PermitAct.RefuseAcceptance => "permit.refuse-acceptance",
        PermitAct.AskSupplement => "permit.ask-supplement",
        PermitAct.Supplement => "permit.supplement",
        PermitAct.SignOff => "permit.sign-off",
        PermitAct.Extend => "permit.extend",
        PermitAct.Issue => "permit.issue",
        PermitAct.Refuse => "permit.refuse",
        PermitAct.Withdraw => "permit.withdraw",
        PermitAct.Endorse => "permit.endorse",
        PermitAct.ReportLost => "permit.report-lost",
        PermitAct.ReportDamaged => "permit.report-damaged",
        PermitAct.Replace => "permit.replace",
        PermitAct.MoveWithin => "permit.move",
        PermitAct.MoveAway => "permit.move-away",
        PermitAct.MoveBack => "permit.move-back",
        _ => "permit.cancel",
    };
}
