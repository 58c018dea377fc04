using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>
/// The records that count for one person: that of the identity number, and that of the phone while there are rules of credit. Limits go by
/// the identity number alone, so that a family may book with one phone; credit goes by both.
/// </summary>
internal sealed class BookerSet
{
    private readonly IBookingCreditPolicy _credit;

    private BookerSet(BookerFile identity, BookerFile? phone, IBookingCreditPolicy credit)
    {
        Identity = identity;
        Phone = phone;
        _credit = credit;
    }

    public BookerFile Identity { get; }

    public BookerFile? Phone { get; }

    public static (Guid[] Identity, Guid[] Phone, IEnumerable<Guid> All) Ids(BlindIndexer indexer, IBookingCreditPolicy credit, BookedPerson person)
    {
        var identity = PersonIndex.Bookers(indexer, person.Document);
        Guid[] phone = person.Phone.HasValue && credit.LookBack > Duration.Zero ? PersonIndex.Bookers(indexer, person.Phone) : [];
        return (identity, phone, identity.Concat(phone));
    }

    public static BookerSet Read((Guid[] Identity, Guid[] Phone, IEnumerable<Guid> All) ids, IEnumerable<StoredRecord?> records, IBookingCreditPolicy credit)
    {
        var all = records.Take(ids.Identity.Length + ids.Phone.Length).ToArray();
        return new(
            BookerFile.Read(ids.Identity, all.Take(ids.Identity.Length)),
            ids.Phone.Length == 0 ? null : BookerFile.Read(ids.Phone, all.Skip(ids.Identity.Length)),
            credit);
    }

    /// <summary>Why the person may not have this booking; null if they may.</summary>
    public Issue? Refusal(BookingPlan plan, ServiceCentreId centre, Guid appointment, LocalDate date, LocalTime start, LocalTime end, Instant now)
    {
        var open = Identity.OpenAt(now.InZone(ShanghaiTime.Zone).LocalDateTime).Where(booking => booking.Appointment != appointment).ToArray();
        if (Array.Exists(open, booking => booking.Overlaps(date, start, end)))
        {
            return new(AppointmentErrors.SameSlotTwice);
        }

        var here = open.Where(booking => booking.Centre == centre && string.Equals(booking.Plan, plan.Code, StringComparison.Ordinal)).ToArray();
        if (plan.PerPersonPerDay is { } perDay && here.Count(booking => booking.Date == date) >= perDay)
        {
            return new(AppointmentErrors.PersonDayLimit, default, [$"{perDay}"]);
        }

        if (plan.PerPersonOpen is { } perPerson && here.Length >= perPerson)
        {
            return new(AppointmentErrors.PersonOpenLimit, default, [$"{perPerson}"]);
        }

        return Verdict(now) is { State: CreditState.Blocked } blocked
            ? new(AppointmentErrors.BlockedByCredit, default, [blocked.Until is { } until ? SlotKeys.Iso(until) : "-", blocked.Rule ?? "-"])
            : null;
    }

    /// <summary>The worse of the two verdicts.</summary>
    public CreditVerdict Verdict(Instant now)
    {
        var own = _credit.Judge(Identity.EventsWithin(_credit.LookBack, now), now);
        if (Phone is null)
        {
            return own;
        }

        var other = _credit.Judge(Phone.EventsWithin(_credit.LookBack, now), now);
        return other.State > own.State || (other.State == own.State && other.Until > own.Until) ? other : own;
    }

    public IReadOnlyList<Issue> Warnings(Instant now) =>
        Verdict(now) is { State: CreditState.Warned } warned ? [new(AppointmentErrors.CreditWarning, default, [warned.Rule ?? "-"])] : [];

    public void Check(WriteBatch batch)
    {
        Identity.Check(batch);
        Phone?.Check(batch);
    }

    public void Stage(WriteBatch batch, OpenBooking? add, Guid? remove, BookingEvent? happened, Instant now)
    {
        Identity.Stage(batch, add, remove, happened, _credit.LookBack, now);
        if (happened is not null)
        {
            Phone?.Stage(batch, add: null, remove: null, happened, _credit.LookBack, now);
        }
        else
        {
            Phone?.Check(batch);
        }
    }
}
