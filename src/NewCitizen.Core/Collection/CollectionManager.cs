using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Collection;

/// <summary>
/// Reports of who lives where by residents, landlords, employers and grid workers (社会化采集). Whoever reports, a person has one file; different facts come together, and
/// where two reports differ in one fact somebody decides between the values: the last one never wins by being last. A report, its stay and the tasks it gives rise to
/// are one commit; the person's file is opened before, by its identity number, so that a repetition after a break finds it. Thread-safe.
/// </summary>
public sealed partial class CollectionManager
{
    private const int MaxRounds = 20;
    private const int PageSize = 100;
    private const int MaxChannel = 40;

    private readonly IRecordStore _store;
    private readonly ICollectionStore _stays;
    private readonly ResidentManager _residents;
    private readonly IResidentStore _files;
    private readonly IHousingStore _homes;
    private readonly AddressManager _addresses;
    private readonly IGridStore _grid;
    private readonly GridTasks _tasks;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    internal CollectionManager(
        IRecordStore store,
        ICollectionStore stays,
        ResidentManager residents,
        IResidentStore files,
        IHousingStore homes,
        AddressManager addresses,
        IGridStore grid,
        GridTasks tasks,
        IClock clock,
        IIdGenerator ids)
    {
        _store = store;
        _stays = stays;
        _residents = residents;
        _files = files;
        _homes = homes;
        _addresses = addresses;
        _grid = grid;
        _tasks = tasks;
        _clock = clock;
        _ids = ids;
    }

    private LocalDate Today => ShanghaiTime.Today(_clock);

    /// <summary>Takes in a report.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="command">What is reported.</param>
    /// <param name="requestKey">Makes the call repeatable: sent again, it answers with the same report. Null when a repetition shall be another report.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// What became of it, with the warnings NC2830 to NC2832; refused with NC2800 to NC2805, NC2814, with NC10xx, NC11xx, NC12xx and NC20xx for the person and address, or with
    /// NC3003 when the key was used for something else.
    /// </returns>
    public async ValueTask<Outcome<Reported>> ReportAsync(AccessContext context, ReportStay command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("stay.report");
        var id = requestKey is null ? StayReportId.New(_ids) : RepeatableId(context, requestKey);
        if (requestKey is not null && await _stays.FindReportAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            // What was fine then need not be so now: only the key decides whether this is the same request.
            var again = await _store
                .CommitAsync(new WriteBatch(context.Agency, requestKey).Check(CollectionKinds.StayReport, id.Value, ExpectedVersion.Exists), cancellationToken)
                .ConfigureAwait(false);
            return again.IsDurable ? Outcome<Reported>.Done(Answer(known, isReplay: true)) : Outcome<Reported>.Refused([CommitFailures.Issue(again)]);
        }

        var issues = new List<Issue>();
        var facts = ReadFacts(command, issues);
        var place = await ReadPlaceAsync(context, command, issues, cancellationToken).ConfigureAwait(false);
        if (place is null || issues.Exists(issue => issue.IsError))
        {
            return Outcome<Reported>.Refused(issues);
        }

        var report = new StayReport
        {
            Id = id,
            Party = command.Party,
            Kind = command.Kind,
            State = StayReportState.Accepted,
            Resident = default,
            Address = default,
            Home = command.Home,
            On = command.Kind == StayReportKind.Update ? Today : command.On,
            ReportedAt = _clock.GetCurrentInstant(),
            Actor = context.Actor,
            Channel = command.Channel,
            FactNames = [.. facts.Keys],
        };
        return command.Kind == StayReportKind.Arrival
            ? await ArriveAsync(context, command, report, place, facts, issues, requestKey, cancellationToken).ConfigureAwait(false)
            : await ChangeAsync(context, command, report, place, facts, issues, requestKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one report; null if there is none in the caller's agency.</summary>
    public ValueTask<StayReport?> FindReportAsync(AccessContext context, StayReportId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _stays.FindReportAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Finds a report by its receipt number, however its letters are typed; null if there is none in the caller's agency.</summary>
    public ValueTask<StayReport?> FindReportAsync(AccessContext context, string receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(receipt);
        return _stays.FindReportAsync(context.Agency, receipt.Trim().ToUpperInvariant(), cancellationToken);
    }

    /// <summary>Reads one stay, values masked; null if there is none in the caller's agency.</summary>
    public ValueTask<StayFile?> FindStayAsync(AccessContext context, StayFileId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _stays.FindStayAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Lists a person's stays, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<StayFile>> ListStaysAsync(AccessContext context, ResidentId resident, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _stays.ListStaysAsync(context.Agency, resident, limit, after, cancellationToken);
    }

    /// <summary>Lists the stays reported in a home, ended ones too, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<StayFile>> ListStaysAsync(AccessContext context, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _stays.ListStaysAsync(context.Agency, home, limit, after, cancellationToken);
    }

    /// <summary>Another party confirms facts of a stay as they are (核实).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The stay.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="party">Who confirms.</param>
    /// <param name="names">Which facts; empty for all that are not contested and not that party's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stay; refused with NC2806 to NC2808, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<StayFile>> ConfirmAsync(
        AccessContext context, StayFileId id, Revision revision, ReportingParty party, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(names);
        using var span = NewCitizenTelemetry.Start("stay.confirm");
        var stay = await _stays.FindStayAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (stay is null)
        {
            return Outcome<StayFile>.Refused(StorageErrors.NotFound);
        }

        if (stay.Revision != revision)
        {
            return Outcome<StayFile>.Refused(StorageErrors.Conflict);
        }

        var wanted = names.Count > 0 ? names : [.. stay.Facts.Where(fact => !fact.IsContested && fact.Party != party).Select(fact => fact.Name)];
        var changed = stay;
        foreach (var name in wanted)
        {
            var fact = changed.Find(name);
            var refused = fact is null ? CollectionErrors.FactMissing : fact.IsContested ? CollectionErrors.FactContested : fact.Party == party ? CollectionErrors.OwnReport : null;
            if (refused is not null)
            {
                return Outcome<StayFile>.Refused([new Issue(refused, IssueLocation.At("/facts"))]);
            }

            changed = changed.With(StayMerge.Agreed(fact!, party, party == ReportingParty.GridWorker ? FactConfidence.Verified : FactConfidence.Stated));
        }

        if (wanted.Count == 0)
        {
            return Outcome<StayFile>.Refused(CollectionErrors.OwnReport);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "stay.confirm", CollectionKinds.StayFile, id.Value));
        _stays.Stage(batch, changed, revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (!result.IsDurable)
        {
            return Outcome<StayFile>.Refused([CommitFailures.Issue(result)]);
        }

        changed = changed with { Revision = new(result.Versions[^1]) };
        await EndRegistrationAsync(context, changed, cancellationToken).ConfigureAwait(false);
        return Outcome<StayFile>.Done(changed);
    }

    private static StayReportId RepeatableId(AccessContext context, RequestKey requestKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"stay.report {context.Agency} {requestKey.Value}"));
        return new(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    private static Reported Answer(StayReport report, bool isReplay) => new(report.Id, report.State, report.Resident, report.Stay, report.Tasks, isReplay);

    private static FactConfidence ConfidenceOf(ReportStay command) =>
        command.Confidence ?? (command.Party == ReportingParty.GridWorker ? FactConfidence.Verified : FactConfidence.Stated);

    private SortedDictionary<string, string> ReadFacts(ReportStay command, List<Issue> issues)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!ServiceRules.IsText(command.Channel, MaxChannel))
        {
            issues.Add(new Issue(CollectionErrors.FactInvalid, IssueLocation.At("/channel"), [MaxChannel.ToString(CultureInfo.InvariantCulture)]));
        }

        foreach (var (name, value) in command.Facts)
        {
            // The name is not echoed: it may be anything.
            if (!StayFacts.All.Contains(name, StringComparer.Ordinal) || name is StayFacts.ArrivedOn or StayFacts.LeftOn)
            {
                issues.Add(new Issue(CollectionErrors.FactUnknown, IssueLocation.At("/facts")));
            }
            else if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }
            else if (StayFacts.Read(name, value) is { } read)
            {
                facts[name] = read;
            }
            else
            {
                issues.Add(new Issue(CollectionErrors.FactInvalid, IssueLocation.At("/facts/" + name), [StayFacts.MaxValue.ToString(CultureInfo.InvariantCulture)]));
            }
        }

        var fits = command.Kind switch
        {
            StayReportKind.Arrival => command.On <= Today,
            StayReportKind.Departure => command.On <= Today.PlusYears(1),
            _ => true,
        };
        if (!fits)
        {
            issues.Add(new Issue(CollectionErrors.DayImplausible, IssueLocation.At("/on")));
        }

        if (command.Kind != StayReportKind.Update)
        {
            facts[command.Kind == StayReportKind.Arrival ? StayFacts.ArrivedOn : StayFacts.LeftOn] = StayFacts.Of(command.On);
        }

        return facts;
    }

    // The text of the address, and its id where the home names it.
    private async ValueTask<Place?> ReadPlaceAsync(AccessContext context, ReportStay command, List<Issue> issues, CancellationToken cancellationToken)
    {
        if (command.Home is null == string.IsNullOrWhiteSpace(command.Address))
        {
            issues.Add(new Issue(CollectionErrors.PlaceUnclear, IssueLocation.At("/address")));
            return null;
        }

        if (command.Home is { } id)
        {
            var home = await _homes.FindPropertyAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            var address = home is null ? null : await _addresses.FindAsync(context, home.Address, cancellationToken).ConfigureAwait(false);
            if (address is null)
            {
                issues.Add(new Issue(CollectionErrors.HomeMissing, IssueLocation.At("/home")));
                return null;
            }

            return new(address.Text, address.DivisionCode, address.Id);
        }

        var text = command.Address!.Trim();
        if (AddressManager.Check(text, "/address") is { } wrong)
        {
            issues.Add(wrong);
            return null;
        }

        var known = await _addresses.FindByTextAsync(context, text, cancellationToken).ConfigureAwait(false);
        return new(text, command.DivisionCode, known?.Id);
    }

    private sealed record Place(string Text, string? DivisionCode, StandardAddressId? Id);
}
