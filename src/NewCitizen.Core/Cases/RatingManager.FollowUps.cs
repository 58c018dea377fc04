using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Cases;

public sealed partial class RatingManager
{
    private const int PageSize = 200;

    /// <summary>Lists follow-ups in some states; all for no state. Their order tells nothing of when they came. 1 to 1,000 a page.</summary>
    public ValueTask<Page<RatingFollowUp>> ListFollowUpsAsync(AccessContext context, IReadOnlyList<FollowUpState> states, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _ratings.ListAsync(context.Agency, states, limit, after, cancellationToken);
    }

    /// <summary>Lists follow-ups whose last day is over (逾期整改), longest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<RatingFollowUp>> ListOverdueFollowUpsAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _ratings.ListDueBeforeAsync(context.Agency, ShanghaiTime.Today(_clock), limit, after, cancellationToken);
    }

    /// <summary>Gives follow-ups whose last day was not known, because a year was not announced or nothing was configured, their last day. May be called at any time and again.</summary>
    /// <returns>How many have one now.</returns>
    public async ValueTask<int> RefreshDueAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("rating.refresh-due");
        var (changed, after) = (0, (string?)null);
        do
        {
            var page = await _ratings.ListAsync(context.Agency, [FollowUpState.Open, FollowUpState.CalledBack], PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var own in page.Items.Where(own => own.DueOn is null))
            {
                if (DueOf(own).LastDay is { } day)
                {
                    var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "rating.refresh-due", CaseKinds.RatingFollowUp, own.Id.Value));
                    _ratings.Stage(batch, own with { DueOn = day }, own.Revision.Expected);
                    changed += (await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsDurable ? 1 : 0;
                }
            }

            after = page.Next;
        }
        while (after is not null);
        return changed;
    }

    /// <summary>Until when a follow-up must be settled: a day, or why there is none.</summary>
    public CaseDue DueOf(RatingFollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        return followUp.IsClosed ? CaseDue.NotRunning()
            : followUp.DueOn is { } day ? CaseDue.Of(DeadlineAnswer.EndOf(day), null)
            : _options.Value.FollowUpWithin is { } limit ? CaseDue.Of(limit.After(ShanghaiTime.StartOfDay(followUp.OpenedOn), _calendars.Current), null)
            : CaseDue.NotConfigured;
    }

    /// <summary>
    /// Whom to call back about a negative rating (回访). Leaves an audit entry with the purpose before anything is shown. Refused to every account that had a hand in
    /// the case.
    /// </summary>
    /// <returns>The contact; refused with NC3200 without a purpose, NC2525 when the rater gave no name, NC2526 for whoever handled the case, NC3012 if the follow-up or the case is gone.</returns>
    public async ValueTask<Outcome<RaterContact>> ReadContactAsync(AccessContext context, RatingFollowUpId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("rating.read-contact");
        if (context.Purpose is null)
        {
            return Outcome<RaterContact>.Refused(AccessErrors.PurposeMissing);
        }

        var (followUp, own, refused) = await FindAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (refused is not null || own is null)
        {
            return Outcome<RaterContact>.Refused(refused ?? (followUp!.IsAnonymous ? CaseErrors.RaterAnonymous : StorageErrors.NotFound));
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "rating.read-contact", CaseKinds.RatingFollowUp, id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<RaterContact>.Done(new(own.Number, own.Applicant, followUp!.Remark))
            : Outcome<RaterContact>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Notes that the rater was called (已回访).</summary>
    /// <returns>The follow-up; refused with NC2524 in another state, NC2525 when the rater gave no name, NC2526 for whoever handled the case, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<RatingFollowUp>> CalledBackAsync(AccessContext context, RatingFollowUpId id, Revision revision, CancellationToken cancellationToken) =>
        MoveAsync(context, id, revision, FollowUpState.CalledBack, null, cancellationToken);

    /// <summary>
    /// Settles a follow-up: fixed, explained, or discarded on appeal; a discarded rating no longer counts. A rater who gave a name is called first.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The follow-up.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="outcome"><see cref="FollowUpState.Fixed"/>, <see cref="FollowUpState.Explained"/> or <see cref="FollowUpState.Discarded"/>.</param>
    /// <param name="reason">What was done or found, 1 to 500 characters; stored encrypted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The follow-up; refused with NC2508, NC2524, NC2526, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<RatingFollowUp>> SettleAsync(
        AccessContext context, RatingFollowUpId id, Revision revision, FollowUpState outcome, string reason, CancellationToken cancellationToken)
    {
        if (outcome is not (FollowUpState.Fixed or FollowUpState.Explained or FollowUpState.Discarded))
        {
            return Outcome<RatingFollowUp>.Refused([new Issue(CaseErrors.FollowUpNotInThisState, IssueLocation.At("/outcome"), [outcome.ToString()])]);
        }

        return ServiceRules.IsText(reason, MaxText)
            ? await MoveAsync(context, id, revision, outcome, reason, cancellationToken).ConfigureAwait(false)
            : Outcome<RatingFollowUp>.Refused([new Issue(CaseErrors.ReasonInvalid, IssueLocation.At("/reason"), [MaxText.ToString(CultureInfo.InvariantCulture)])]);
    }

    private async ValueTask<Outcome<RatingFollowUp>> MoveAsync(
        AccessContext context, RatingFollowUpId id, Revision revision, FollowUpState state, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("rating.follow-up");
        var (followUp, _, refused) = await FindAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (refused is not null || followUp is null)
        {
            return Outcome<RatingFollowUp>.Refused(refused ?? StorageErrors.NotFound);
        }

        if (followUp.Revision != revision)
        {
            return Outcome<RatingFollowUp>.Refused(StorageErrors.Conflict);
        }

        if (state == FollowUpState.CalledBack && followUp.IsAnonymous)
        {
            return Outcome<RatingFollowUp>.Refused(CaseErrors.RaterAnonymous);
        }

        // 差评回访整改: named negatives are called back, all of them.
        var ready = followUp.State == (state == FollowUpState.CalledBack || followUp.IsAnonymous ? FollowUpState.Open : FollowUpState.CalledBack);
        if (!ready)
        {
            return Outcome<RatingFollowUp>.Refused(CaseErrors.FollowUpNotInThisState, followUp.State.ToString());
        }

        var today = ShanghaiTime.Today(_clock);
        var next = followUp with { State = state, Reason = reason };
        next = state == FollowUpState.CalledBack ? next with { CalledOn = today } : next with { ClosedOn = today };
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "rating.follow-up", CaseKinds.RatingFollowUp, id.Value, $$"""{"state":"{{state}}"}"""));
        if (state == FollowUpState.Discarded)
        {
            batch.Increment(CaseKinds.ServiceRating, followUp.Rating, CaseKinds.Discarded, +1, maximum: 1);
        }

        _ratings.Stage(batch, next, followUp.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<RatingFollowUp>.Done(next with { Revision = new(result.Versions[^1]) })
            : Outcome<RatingFollowUp>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>The follow-up and, where the rater gave a name and the case is still there, the case; refused for whoever had a hand in it.</summary>
    private async ValueTask<(RatingFollowUp? FollowUp, ServiceCase? Case, ErrorCode? Refused)> FindAsync(AccessContext context, RatingFollowUpId id, CancellationToken cancellationToken)
    {
        var followUp = await _ratings.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (followUp is null)
        {
            return (null, null, StorageErrors.NotFound);
        }

        var own = followUp.Case is { } named ? await _cases.FindAsync(context.Agency, named, cancellationToken).ConfigureAwait(false) : null;
        var handled = own is not null && own.Steps.Any(step => string.Equals(step.Actor, context.Actor, StringComparison.Ordinal));
        return (followUp, handled ? null : own, handled ? CaseErrors.RatedYourself : null);
    }
}
