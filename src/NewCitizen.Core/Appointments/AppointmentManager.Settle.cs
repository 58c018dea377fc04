using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    // A batch may hold 100 operations.
    private const int MaxEnded = 4;
    private const int MaxOffers = 3;
    private const int LinePage = 100;

    /// <summary>Reads a plan's day and works out what is due on it; the caller adds its own wish and commits all of it.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="table">The centre.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="date">The day.</param>
    /// <param name="now">The moment.</param>
    /// <param name="leaving">An appointment that gives its places back in the same commit; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async ValueTask<DaySettlement> LookAtDayAsync(
        AccessContext context, SlotTable table, BookingPlan plan, LocalDate date, Instant now, Appointment? leaving, CancellationToken cancellationToken)
    {
        var (agency, centre) = (context.Agency, table.Centre.Id);
        var day = table.On(plan, date);

        // The line first: whoever joins after this changes it, and the commit is refused.
        var lineId = SlotKeys.LineId(centre, plan.Code, date);
        var line = plan.Offer is null ? null : await _store.GetAsync(new RecordKey(agency, AppointmentKinds.Line, lineId), cancellationToken).ConfigureAwait(false);
        var ledger = await LoadAsync(agency, centre, plan, date, day, cancellationToken).ConfigureAwait(false);
        var settlement = new DaySettlement(ledger, line, lineId);
        var holds = await _appointments.ListHoldsAsync(agency, centre, plan.Code, date, date.PlusDays(1), cancellationToken).ConfigureAwait(false);
        foreach (var over in holds.Where(hold => hold.IsOver(now) && hold.Id != leaving?.Id).OrderBy(hold => hold.HeldUntil).Take(MaxEnded))
        {
            await EndAsync(settlement, agency, over, AppointmentStatus.Lapsed, WaitlistStatus.Missed, now, cancellationToken).ConfigureAwait(false);
        }

        if (leaving is not null)
        {
            ledger.Release(leaving);
        }

        if (plan.Offer is { } offer && settlement.Waiting > 0 && day.Slots.Count > 0 && ledger.HasFree())
        {
            await OfferAsync(context, settlement, table, plan, day, offer, [.. holds.Where(hold => !hold.IsOver(now))], leaving, now, cancellationToken).ConfigureAwait(false);
        }

        return settlement;
    }

    private async ValueTask<DayLedger> LoadAsync(AgencyId agency, ServiceCentreId centre, BookingPlan plan, LocalDate date, SlotDay day, CancellationToken cancellationToken)
    {
        var ledger = new DayLedger(centre, plan.Code, date, plan, day);
        QueryCursor? after = null;
        do
        {
            var where = SlotKeys.Under(AppointmentKinds.SlotKey, SlotKeys.Day(centre, plan.Code, date));
            var page = await _store.QueryAsync(
                new RecordQuery(agency, AppointmentKinds.Slot, [where], AppointmentKinds.SlotKey, limit: RecordQuery.MaxLimit, after: after), cancellationToken).ConfigureAwait(false);
            ledger.Load(page.Records);
            after = page.Next;
        }
        while (after is not null);
        return ledger;
    }

    /// <summary>A hold or offer ends: its places are free, and who had the offer is out of the line.</summary>
    private async ValueTask EndAsync(
        DaySettlement settlement, AgencyId agency, Appointment over, AppointmentStatus status, WaitlistStatus fate, Instant now, CancellationToken cancellationToken)
    {
        settlement.Ledger.Release(over);
        settlement.Ended.Add((over, over with { Status = status, ChangedAt = now, Request = null }));
        if (over.Waitlist is { } id && await _waitlist.FindAsync(agency, id, cancellationToken).ConfigureAwait(false) is { Status: WaitlistStatus.Offered } entry)
        {
            settlement.Moved.Add((entry, entry with { Status = fate }));
        }
    }

    private async ValueTask OfferAsync(
        AccessContext context,
        DaySettlement settlement,
        SlotTable table,
        BookingPlan plan,
        SlotDay day,
        Duration time,
        IReadOnlyList<Appointment> holds,
        Appointment? leaving,
        Instant now,
        CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await _waitlist.ListAsync(context.Agency, table.Centre.Id, plan.Code, day.Day.Date, day.Day.Date.PlusDays(1), LinePage, after, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Items)
            {
                if (settlement.Offers.Count == MaxOffers || !settlement.Ledger.HasFree())
                {
                    return;
                }

                await TryOfferAsync(entry).ConfigureAwait(false);
            }

            after = page.Next;
        }
        while (after is not null);

        async ValueTask TryOfferAsync(WaitlistEntry entry)
        {
            var item = await _hall.ItemAsync(context.Agency, entry.Item, fresh: false, cancellationToken).ConfigureAwait(false);
            if (item is null || !item.IsOffered || !plan.Items.Contains(item.Id))
            {
                return;
            }

            BookerSet? bookers = null;
            foreach (var start in entry.Start is { } only ? [only] : day.Slots.Select(slot => slot.Start))
            {
                var choice = new SlotChoice(table.Centre.Id, entry.Item, entry.Date, start, entry.Quota);
                if (SlotOffer.Of(table, item, choice with { Quota = null }, now).Offer is not { } offer
                    || settlement.Ledger.Choose(offer.Row, item.Id, entry.Quota) is not { } places)
                {
                    continue;
                }

                bookers ??= await BookersAsync(context.Agency, entry.Person, cancellationToken).ConfigureAwait(false);
                var end = offer.Row[^1].End;
                if (bookers.Refusal(plan, table.Centre.Id, leaving?.Id.Value ?? Guid.Empty, entry.Date, start, end, now) is not null
                    || (leaving?.Person is { } gone && Same(gone, entry.Person) && leaving.Start == start)
                    || Has(holds.Concat(settlement.Offers.Select(made => made.Offer)), entry.Person, start, end))
                {
                    continue;
                }

                settlement.Ledger.Take(places, item.Id);
                var appointment = New(new AppointmentId(_ids.Next()), offer, choice, places, AppointmentStatus.Offered, entry.Person, now) with
                {
                    HeldUntil = Earlier(now + time, StartOf(entry.Date, start)),
                    Waitlist = entry.Id,
                };
                settlement.Offers.Add((appointment, bookers));
                settlement.Moved.Add((entry, entry with { Status = WaitlistStatus.Offered, Offer = appointment.Id }));
                settlement.Leave++;
                return;
            }
        }

        static bool Same(BookedPerson one, BookedPerson other) => string.Equals(one.Document.ToMatchKey(), other.Document.ToMatchKey(), StringComparison.Ordinal);

        static bool Has(IEnumerable<Appointment> holds, BookedPerson person, LocalTime start, LocalTime end) =>
            holds.Any(hold => hold.Person is { } holder && hold.Start < end && start < hold.End && Same(holder, person));
    }

    private static Instant Earlier(Instant one, Instant other) => one < other ? one : other;

    private static Instant StartOf(LocalDate date, LocalTime time) => date.At(time).InZoneLeniently(ShanghaiTime.Zone).ToInstant();

    private static Appointment New(
        AppointmentId id, SlotOffer offer, SlotChoice choice, IReadOnlyList<SlotPlace> places, AppointmentStatus status, BookedPerson? person, Instant now) => new()
        {
            Id = id,
            Number = AppointmentNumber.New(),
            Status = status,
            Centre = choice.Centre,
            Plan = offer.Plan.Code,
            Item = choice.Item,
            Quota = choice.Quota,
            Date = choice.Date,
            Start = choice.Start,
            End = offer.Row[^1].End,
            Places = places,
            CountsItem = offer.Plan.ItemLimits.Any(limit => limit.Item == choice.Item),
            HeldUntil = status == AppointmentStatus.Held ? now + offer.Plan.Hold : null,
            Person = person,
            RemindAt = status == AppointmentStatus.Booked ? Reminder(offer.Plan, StartOf(choice.Date, choice.Start), now) : null,
            CreatedAt = now,
            ChangedAt = now,
        };

    /// <summary>Puts all of a settlement but the counters into a batch.</summary>
    private void StageSettlement(WriteBatch batch, AccessContext context, DaySettlement settlement, BookingPlan plan, LocalDate date)
    {
        foreach (var (before, after) in settlement.Ended)
        {
            _appointments.Stage(batch, after, before.Revision.Expected);
            batch.AddAudit(context.Entry(_clock, "appointment.lapse", AppointmentKinds.Appointment, after.Id.Value));
            Emit(batch, "appointment.lapsed", after);
        }

        foreach (var (offer, bookers) in settlement.Offers)
        {
            _appointments.Stage(batch, offer, ExpectedVersion.Missing);
            bookers.Check(batch);
            batch.AddAudit(context.Entry(_clock, "appointment.offer", AppointmentKinds.Appointment, offer.Id.Value));
            Emit(batch, "appointment.offered", offer);
        }

        foreach (var (before, after) in settlement.Moved)
        {
            _waitlist.Stage(batch, after, before.Revision.Expected);
        }

        if (plan.Offer is not null)
        {
            StageLine(batch, settlement, plan, date);
        }
    }

    private static void StageLine(WriteBatch batch, DaySettlement settlement, BookingPlan plan, LocalDate date)
    {
        var expected = settlement.Line is { } line ? ExpectedVersion.Exactly(line.Version) : ExpectedVersion.Missing;
        if (settlement.Leave == 0)
        {
            batch.Check(AppointmentKinds.Line, settlement.LineId, expected);
        }
        else
        {
            batch.Put(
                AppointmentKinds.Line,
                settlement.LineId,
                expected,
                [FieldValue.Text(plan.Code), FieldValue.Integer(Math.Max(0, settlement.Waiting - settlement.Leave)), FieldValue.Date(date)],
                "{}"u8.ToArray());
        }
    }

    /// <summary>Brings a plan's day up to date: what is over ends, who waits is offered what is free. May be called any time, by anybody.</summary>
    private async ValueTask<int> SettleDayAsync(AccessContext context, ServiceCentreId centre, string planCode, LocalDate date, CancellationToken cancellationToken)
    {
        var done = 0;
        for (var round = 0; round < MaxRounds; round++)
        {
            var table = await _hall.CentreAsync(context.Agency, centre, fresh: true, cancellationToken).ConfigureAwait(false);
            if (table?.Centre.FindPlan(planCode) is not { } plan)
            {
                return done;
            }

            var settlement = await LookAtDayAsync(context, table, plan, date, Now, leaving: null, cancellationToken).ConfigureAwait(false);
            if (!settlement.HasChanges)
            {
                return done;
            }

            if (await CommitSettlementAsync(context, settlement, table, plan, date, cancellationToken).ConfigureAwait(false))
            {
                done += settlement.Ended.Count + settlement.Offers.Count;
            }
        }

        return done;
    }

    private async ValueTask<bool> CommitSettlementAsync(AccessContext context, DaySettlement settlement, SlotTable table, BookingPlan plan, LocalDate date, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(context.Agency);
        CheckCentre(batch, table);
        settlement.Ledger.Stage(batch);
        StageSettlement(batch, context, settlement, plan, date);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable;
    }
}
