using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Audit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>
/// Ratings of handled cases and what is done about negative ones (好差评, 国办发〔2019〕51号). Nobody who was rated learns who rated how: see
/// docs/decisions/0017-ratings-without-raters.md. Thread-safe.
/// </summary>
public sealed partial class RatingManager
{
    private const int MaxText = 500;

    // An account here would tell who rated.
    private const string Rater = "rater";

    private readonly IRecordStore _store;
    private readonly IServiceCaseStore _cases;
    private readonly RatingStore _ratings;
    private readonly IWorkCalendarSource _calendars;
    private readonly IOptions<RatingOptions> _options;
    private readonly IClock _clock;

    internal RatingManager(IRecordStore store, IServiceCaseStore cases, RatingStore ratings, IWorkCalendarSource calendars, IOptions<RatingOptions> options, IClock clock)
    {
        _store = store;
        _cases = cases;
        _ratings = ratings;
        _calendars = calendars;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// Rates a handled case, once. A negative level opens a follow-up in the same commit. The audit entry names neither the case nor the account.
    /// </summary>
    /// <param name="context">On whose behalf: the portal's or kiosk's own account.</param>
    /// <param name="command">The rating.</param>
    /// <param name="requestKey">Makes the call repeatable; null when a repetition shall be told that the case has been rated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A receipt; refused with NC2520 before the case was handled, NC2521 the second time, NC2522, NC2523, NC3003 or NC3012.</returns>
    public async ValueTask<Outcome<RatingReceipt>> RateAsync(AccessContext context, RateCase command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("rating.give");
        if (!Enum.IsDefined(command.Level))
        {
            return Outcome<RatingReceipt>.Refused([new Issue(CaseErrors.LevelUnknown, IssueLocation.At("/level"))]);
        }

        var negative = command.Level <= RatingLevel.Dissatisfied;
        if (command.Remark is { } remark && (!negative || !ServiceRules.IsText(remark, MaxText)))
        {
            return Outcome<RatingReceipt>.Refused([new Issue(CaseErrors.RemarkNotTaken, IssueLocation.At("/remark"), [MaxText.ToString(CultureInfo.InvariantCulture)])]);
        }

        var own = await _cases.FindAsync(context.Agency, command.Case, cancellationToken).ConfigureAwait(false);
        if (own is null || !CaseFlow.IsHandled(own.State))
        {
            return Outcome<RatingReceipt>.Refused(own is null ? StorageErrors.NotFound : CaseErrors.NotHandled);
        }

        // No state leads back from a handled one, so what was read still holds at the commit; a check of the case would write its id beside the rating's.
        var today = ShanghaiTime.Today(_clock);
        var ids = _ratings.RatingIds(own.Id);
        var batch = new WriteBatch(context.Agency, requestKey is null ? null : _ratings.Blind(requestKey)).AddAudit(
            new AuditEntry(context.Agency, _clock.GetCurrentInstant(), Rater, "rating.give", CaseKinds.ServiceRating.Name, null, null, null));
        foreach (var older in ids.Skip(1))
        {
            batch.Check(CaseKinds.ServiceRating, older, ExpectedVersion.Missing);
        }

        RatingStore.StageRating(batch, ids[0], own, command.Level, today);
        if (negative)
        {
            var followUp = new RatingFollowUp
            {
                Id = new(_ratings.FollowUpIds(own.Id)[0]),
                State = FollowUpState.Open,
                Item = own.Item,
                Centre = own.Centre,
                Window = own.Window,
                Level = command.Level,
                OpenedOn = today,
                DueOn = _options.Value.FollowUpWithin?.After(_clock.GetCurrentInstant(), _calendars.Current).LastDay,
                Case = command.IsAnonymous ? null : own.Id,
                Rating = ids[0],
                Remark = command.Remark,
            };
            _ratings.Stage(batch, followUp, ExpectedVersion.Missing);
            batch.Emit(new DomainEvent("ratings.follow-up-opened", new RecordKey(context.Agency, CaseKinds.RatingFollowUp, followUp.Id.Value), default));
        }

        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<RatingReceipt>.Done(new(negative)),
            { Status: CommitStatus.Conflict } => Outcome<RatingReceipt>.Refused(CaseErrors.AlreadyRated),
            _ => Outcome<RatingReceipt>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Whether a case has been rated, so that nobody is asked twice; not how.</summary>
    public async ValueTask<bool> IsRatedAsync(AccessContext context, ServiceCaseId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = await _store
            .GetManyAsync([.. _ratings.RatingIds(id).Select(rating => new RecordKey(context.Agency, CaseKinds.ServiceRating, rating))], cancellationToken)
            .ConfigureAwait(false);
        return found.Any(record => record is not null);
    }
}
