using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>
/// Everything that is done with appointments (预约管理): free slots, holds, bookings, changes, the waiting list, closures. However many ask at
/// once, from however many processes, a slot never gives more places than it has. Thread-safe. Split over several files by topic.
/// </summary>
public sealed partial class AppointmentManager
{
    // Others booking the same slot or person at the same moment change them under us; a few rounds settle that.
    private const int MaxRounds = 24;
    private const int MaxKnown = 100_000;

    private readonly IRecordStore _store;
    private readonly AppointmentStore _appointments;
    private readonly WaitlistStore _waitlist;
    private readonly IServiceCentreStore _centres;
    private readonly HallView _hall;
    private readonly IBookingCreditPolicy _credit;
    private readonly BlindIndexer _indexer;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly ConcurrentDictionary<(AgencyId Agency, Guid Slot), bool> _known = new();
    private readonly ConcurrentDictionary<(AgencyId Agency, ServiceCentreId Centre), WorkCalendar> _swept = new();

    internal AppointmentManager(
        IRecordStore store,
        AppointmentStore appointments,
        WaitlistStore waitlist,
        IServiceCentreStore centres,
        IServiceItemStore items,
        IWorkCalendarSource calendars,
        IBookingCreditPolicy credit,
        BlindIndexer indexer,
        IClock clock,
        IIdGenerator ids)
    {
        _store = store;
        _appointments = appointments;
        _waitlist = waitlist;
        _centres = centres;
        _hall = new(centres, items, calendars);
        _credit = credit;
        _indexer = indexer;
        _clock = clock;
        _ids = ids;
    }

    // What is stored has whole milliseconds; so has what is compared with it.
    private Instant Now => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    private static string? Digest(RequestKey? key)
    {
        if (key is null)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(key.Value));
        hash.AppendData([0]);
        hash.AppendData(key.Digest.Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static Outcome<Appointment> Refuse(Issue issue) => Outcome<Appointment>.Refused([issue]);

    private static BookedPerson? ReadPerson(StatedPerson person, LocalDate today, List<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(person);
        PersonName name = default;
        if (string.IsNullOrWhiteSpace(person.Name))
        {
            issues.Add(new(AppointmentErrors.NameMissing, IssueLocation.At("/name")));
        }
        else if (!PersonName.TryParse(person.Name, out name, out var nameError))
        {
            issues.Add(new(nameError, IssueLocation.At("/name")));
        }

        var document = RegistrationReader.ReadDocument(person.Document, today, "/document", issues);
        MobileNumber phone = default;
        if (!string.IsNullOrWhiteSpace(person.Phone) && !MobileNumber.TryParseLenient(person.Phone, out phone, out var phoneError))
        {
            issues.Add(new(phoneError, IssueLocation.At("/phone")));
        }

        return issues.Exists(issue => issue.IsError) ? null : new BookedPerson(name, document!, phone);
    }

    private static Instant? Reminder(BookingPlan plan, Instant startsAt, Instant now) =>
        plan.RemindAhead is { } ahead && startsAt - ahead > now ? startsAt - ahead : null;

    private static void Emit(WriteBatch batch, string type, Appointment appointment)
    {
        var payload = $$"""{"centre":"{{appointment.Centre}}","plan":"{{appointment.Plan}}","item":"{{appointment.Item}}","date":"{{SlotKeys.Iso(appointment.Date)}}","start":"{{SlotKeys.Clock(appointment.Start)}}"}""";
        batch.Emit(new DomainEvent(type, new RecordKey(batch.Agency, AppointmentKinds.Appointment, appointment.Id.Value), Encoding.UTF8.GetBytes(payload)));
    }

    private static void CheckCentre(WriteBatch batch, SlotTable table) => batch.Check(CentreKinds.ServiceCentre, table.Centre.Id.Value, table.Centre.Revision.Expected);

    private void Learn(AgencyId agency, DayLedger ledger)
    {
        if (_known.Count > MaxKnown)
        {
            _known.Clear();
        }

        foreach (var id in ledger.Touched)
        {
            _known[(agency, id)] = true;
        }
    }

    private void Unlearn(AgencyId agency, CommitResult result, WriteBatch batch)
    {
        if (result is { Status: CommitStatus.Conflict, FailedOperation: >= 0 and var at } && batch.Operations[at].Key is { } key && key.Kind == AppointmentKinds.Slot)
        {
            _known.TryRemove((agency, key.Id), out _);
        }
    }

    private async ValueTask<BookerSet> BookersAsync(AgencyId agency, BookedPerson person, CancellationToken cancellationToken)
    {
        var ids = BookerSet.Ids(_indexer, _credit, person);
        var records = await _store.GetManyAsync([.. ids.All.Select(id => new RecordKey(agency, AppointmentKinds.Booker, id))], cancellationToken).ConfigureAwait(false);
        return BookerSet.Read(ids, records, _credit);
    }
}
