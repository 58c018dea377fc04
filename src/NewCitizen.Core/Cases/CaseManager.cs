using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>
/// Cases from the day they are handed in to the day the result is handed over (办件管理). Numbers are counted without gaps inside the store's
/// transaction; no state can be skipped; a limit that is not configured or cannot be computed yet is an answer. Thread-safe.
/// </summary>
public sealed partial class CaseManager
{
    // Everybody who applies in the same instant wants the next number; each round one of them gets it.
    private const int MaxRounds = 200;

    private readonly IRecordStore _store;
    private readonly IServiceCaseStore _cases;
    private readonly IServiceItemStore _items;
    private readonly IServiceCentreStore _centres;
    private readonly IWorkCalendarSource _calendars;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    /// <summary>Usually made by the container.</summary>
    public CaseManager(
        IRecordStore store, IServiceCaseStore cases, IServiceItemStore items, IServiceCentreStore centres, IWorkCalendarSource calendars, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _cases = cases;
        _items = items;
        _centres = centres;
        _calendars = calendars;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Hands in a case, online or at a window.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="command">What is asked for, by whom, with which papers.</param>
    /// <param name="requestKey">Makes the call repeatable: sent again, it answers with the same case. Null when a repetition shall be another case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; refused with NC2503–NC2507, NC2509, NC2510, NC11xx and NC10xx for the applicant, NC3003 when the key was used for something else.</returns>
    public async ValueTask<Outcome<ServiceCase>> SubmitAsync(AccessContext context, SubmitCase command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("case.submit");
        var id = requestKey is null ? ServiceCaseId.New(_ids) : RepeatableId(context, requestKey);
        if (requestKey is not null && await _cases.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            // What was fine then need not be so now: only the key decides whether this is the same request.
            var again = await _store
                .CommitAsync(new WriteBatch(context.Agency, requestKey).Check(CaseKinds.ServiceCase, id.Value, ExpectedVersion.Exists), cancellationToken)
                .ConfigureAwait(false);
            return again.IsDurable ? Outcome<ServiceCase>.Done(known) : Outcome<ServiceCase>.Refused([CommitFailures.Issue(again)]);
        }

        var (applicant, issues) = await CheckAsync(context, command, cancellationToken).ConfigureAwait(false);
        if (applicant is null || issues.Exists(issue => issue.IsError))
        {
            return Outcome<ServiceCase>.Refused(issues);
        }

        for (var round = 1; round <= MaxRounds; round++)
        {
            var now = _clock.GetCurrentInstant();
            var year = ShanghaiTime.DateOf(now).Year;
            var counter = CounterId(year);
            var last = await _store.GetAsync(new RecordKey(context.Agency, CaseKinds.CaseCounter, counter), cancellationToken).ConfigureAwait(false);
            var next = (last is null ? 0 : last[CaseKinds.Last].AsInteger()) + 1;
            var own = New(context, command, id, applicant, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{next:D6}"), now);
            var batch = new WriteBatch(context.Agency, requestKey).AddAudit(context.Entry(_clock, "case.submit", CaseKinds.ServiceCase, id.Value));
            if (applicant.Resident is { } resident)
            {
                batch.Check(ResidentKind.Kind, resident.Value, ExpectedVersion.Exists);
            }

            if (last is null)
            {
                batch.Put(CaseKinds.CaseCounter, counter, ExpectedVersion.Missing, [FieldValue.Integer(next)], "{}"u8.ToArray());
            }
            else
            {
                batch.Increment(CaseKinds.CaseCounter, counter, CaseKinds.Last, +1, minimum: next, maximum: next);
            }

            _cases.Stage(batch, own, ExpectedVersion.Missing);
            batch.Emit(new DomainEvent("cases.submitted", new RecordKey(context.Agency, CaseKinds.ServiceCase, id.Value), default));
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { Status: CommitStatus.Committed }:
                    return Outcome<ServiceCase>.Done(own with { Revision = new(result.Versions[^1]) }, issues);
                case { Status: CommitStatus.Replayed }:
                    var first = await _cases.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
                    return first is null ? Outcome<ServiceCase>.Refused(StorageErrors.NotFound) : Outcome<ServiceCase>.Done(first, issues);
                case { Status: CommitStatus.LimitReached }:
                case { Status: CommitStatus.Conflict } when batch.Operations[result.FailedOperation].Key.Kind == CaseKinds.CaseCounter:
                    continue;
                case { Status: CommitStatus.Conflict } when batch.Operations[result.FailedOperation].Key.Kind == ResidentKind.Kind:
                    return Outcome<ServiceCase>.Refused([new Issue(CaseErrors.ReferenceMissing, IssueLocation.At("/resident"), ["resident"])]);
                case { Status: CommitStatus.Conflict } when requestKey is not null && round < MaxRounds:
                    // The same request at the same moment: it is there by now, and the key tells.
                    continue;
                default:
                    return Outcome<ServiceCase>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<ServiceCase>.Refused(CaseErrors.NumbersBusy);
    }

    private static ServiceCase New(AccessContext context, SubmitCase command, ServiceCaseId id, CaseApplicant applicant, string number, Instant now) => new()
    {
        Id = id,
        Number = number,
        Item = command.Item,
        Channel = command.Channel,
        State = CaseState.Submitted,
        Applicant = applicant,
        Papers = [.. command.Papers.Distinct(StringComparer.Ordinal)],
        Centre = command.Centre,
        Window = command.Window,
        Appointment = command.Appointment,
        Ticket = command.Ticket,
        Steps = [new(now, CaseAct.Submit, context.Actor, null)],
    };

    private static ServiceCaseId RepeatableId(AccessContext context, RequestKey requestKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"case.submit {context.Agency} {requestKey.Value}"));
        return new(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    private static Guid CounterId(int year) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"case-counter {year}"))).AsSpan(0, 16), bigEndian: true);

    private async ValueTask<(CaseApplicant? Applicant, List<Issue> Issues)> CheckAsync(AccessContext context, SubmitCase command, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        var applicant = ReadApplicant(command, issues);
        var item = await _items.FindAsync(context.Agency, command.Item, cancellationToken).ConfigureAwait(false);
        if (item is null)
        {
            issues.Add(new Issue(CaseErrors.ReferenceMissing, IssueLocation.At("/item"), ["service_item"]));
        }
        else
        {
            if (!item.IsOffered || !IsOne(command.Channel) || !item.Channels.HasFlag(command.Channel))
            {
                issues.Add(new Issue(CaseErrors.NotOffered, IssueLocation.At("/channel")));
            }

            CheckPapers(item, command.Papers, issues);
        }

        var centre = command.Centre is { } at ? await _centres.FindAsync(context.Agency, at, cancellationToken).ConfigureAwait(false) : null;
        if (command.Centre is not null && centre is null)
        {
            issues.Add(new Issue(CaseErrors.ReferenceMissing, IssueLocation.At("/centre"), ["service_centre"]));
        }
        else if (command.Window is { } window && centre?.FindWindow(window) is null)
        {
            issues.Add(new Issue(CaseErrors.WindowUnknown, IssueLocation.At("/window")));
        }

        return (applicant, issues);

        static bool IsOne(ServiceChannels channel) => channel is ServiceChannels.Window or ServiceChannels.Online or ServiceChannels.Kiosk or ServiceChannels.Collector;
    }

    private CaseApplicant? ReadApplicant(SubmitCase command, List<Issue> issues)
    {
        if (command.Resident is null == command.Applicant is null)
        {
            issues.Add(new Issue(CaseErrors.ApplicantUnclear, IssueLocation.At("/applicant")));
            return null;
        }

        if (command.Applicant is not { } stated)
        {
            return new(command.Resident, null, null, null);
        }

        if (!PersonName.TryParse(stated.Name, out var name, out var nameError))
        {
            issues.Add(new Issue(nameError, IssueLocation.At("/applicant/name")));
        }

        if (!MobileNumber.TryParseLenient(stated.Phone, out var phone, out var phoneError))
        {
            issues.Add(new Issue(phoneError, IssueLocation.At("/applicant/phone")));
        }

        var document = stated.Document is { } given ? RegistrationReader.ReadDocument(given, ShanghaiTime.Today(_clock), "/applicant/document", issues) : null;
        return new(null, name, document, phone);
    }

    private static void CheckPapers(ServiceItem item, IReadOnlyList<string> papers, List<Issue> issues)
    {
        for (var i = 0; i < papers.Count; i++)
        {
            if (!item.Materials.Any(own => string.Equals(own.Code, papers[i], StringComparison.Ordinal)))
            {
                issues.Add(new Issue(CaseErrors.PaperUnknown, IssueLocation.At(ServiceRules.At("/papers", i))));
            }
        }
    }
}
