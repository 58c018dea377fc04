using NewCitizen.Access;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>Holds a place while somebody fills in the form (占号). Nobody has to release it: when its time is over the place is free.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="choice">Which place.</param>
    /// <param name="requestKey">Makes a retry get the same hold; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hold; refused with NC2304–2315, NC2323, or NC3003 for a reused key.</returns>
    public ValueTask<Outcome<Appointment>> HoldAsync(AccessContext context, SlotChoice choice, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(choice);
        return TakeAsync(context, choice, AppointmentStatus.Held, person: null, old: null, requestKey, "appointment.hold", cancellationToken);
    }

    /// <summary>Books a place at once (预约). However many ask, a slot never gives more places than it has.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="choice">Which place.</param>
    /// <param name="person">For whom.</param>
    /// <param name="requestKey">Makes a retry get the same booking; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The booking, perhaps with a warning NC2330; refused as by <see cref="HoldAsync"/>, with NC2316–2319, NC2324, or the code of a wrong document, name or phone.</returns>
    public async ValueTask<Outcome<Appointment>> BookAsync(AccessContext context, SlotChoice choice, StatedPerson person, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(choice);
        var issues = new List<Issue>();
        return ReadPerson(person, ShanghaiTime.Today(_clock), issues) is { } read
            ? await TakeAsync(context, choice, AppointmentStatus.Booked, read, old: null, requestKey, "appointment.book", cancellationToken).ConfigureAwait(false)
            : Outcome<Appointment>.Refused(issues);
    }

    /// <summary>Moves a booking to another slot or item (改约): the new place is taken and the old one free in one commit, or nothing changes. Also gives a slot to somebody who had to be called.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The booking.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="choice">Where to.</param>
    /// <param name="byOffice">Whether the office moves it, which the cut-off does not bind.</param>
    /// <param name="requestKey">Makes a retry get the same answer; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The booking; refused with NC3012, NC3000, NC2321, NC2322, or as by <see cref="BookAsync"/>.</returns>
    public async ValueTask<Outcome<Appointment>> ChangeAsync(
        AccessContext context, AppointmentId id, Revision revision, SlotChoice choice, bool byOffice, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(choice);
        var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (old is null)
        {
            return Outcome<Appointment>.Refused(StorageErrors.NotFound);
        }

        if (requestKey is not null && old.Request == Digest(requestKey))
        {
            return Outcome<Appointment>.Done(old);
        }

        if (old.Revision != revision)
        {
            return Outcome<Appointment>.Refused(StorageErrors.Conflict);
        }

        if (old.Status is not (AppointmentStatus.Booked or AppointmentStatus.ToCall))
        {
            return Refuse(Wrong(old));
        }

        return old.Status == AppointmentStatus.Booked && await CutOffAsync(context, old, byOffice, cancellationToken).ConfigureAwait(false) is { } late
            ? Refuse(late)
            : await TakeAsync(context, choice, AppointmentStatus.Booked, old.Person, old, requestKey, "appointment.change", cancellationToken).ConfigureAwait(false);
    }

    private static Issue Wrong(Appointment appointment) => new(AppointmentErrors.WrongStatus, default, [AppointmentCodec.Code(appointment.Status)]);

    private async ValueTask<Issue?> CutOffAsync(AccessContext context, Appointment appointment, bool byOffice, CancellationToken cancellationToken)
    {
        var table = await _hall.CentreAsync(context.Agency, appointment.Centre, fresh: true, cancellationToken).ConfigureAwait(false);
        var cutOff = byOffice ? Duration.Zero : table?.Centre.FindPlan(appointment.Plan)?.CancelCutOff ?? Duration.Zero;
        return Now > appointment.StartsAt - cutOff ? new Issue(AppointmentErrors.AfterCutOff) : null;
    }

    private async ValueTask<Outcome<Appointment>> TakeAsync(
        AccessContext context, SlotChoice choice, AppointmentStatus status, BookedPerson? person, Appointment? old, RequestKey? requestKey, string action, CancellationToken cancellationToken)
    {
        using var span = NewCitizenTelemetry.Start(action);
        var agency = context.Agency;
        var digest = Digest(requestKey);
        var id = old?.Id ?? new AppointmentId(digest is null ? _ids.Next() : SlotKeys.Id("request", digest));
        var (fresh, careful) = (false, choice.Quota is not null);
        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var table = await _hall.CentreAsync(agency, choice.Centre, fresh, cancellationToken).ConfigureAwait(false);
            var item = await _hall.ItemAsync(agency, choice.Item, fresh, cancellationToken).ConfigureAwait(false);
            var (offer, refusal) = SlotOffer.Of(table, item, choice, now);
            if (refusal is not null && !fresh)
            {
                // Perhaps what we keep of the centre is of yesterday.
                fresh = true;
                continue;
            }

            var look = await LookAsync(context, choice, offer, person, digest is null || old is not null ? null : id, cancellationToken).ConfigureAwait(false);
            if (look.Own is not null)
            {
                return Outcome<Appointment>.Done(look.Own);
            }

            if (offer is null)
            {
                return Refuse(refusal!);
            }

            if (look.Bookers?.Refusal(offer.Plan, choice.Centre, id.Value, choice.Date, choice.Start, offer.Row[^1].End, now) is { } limit)
            {
                return Refuse(limit);
            }

            DaySettlement? settlement = null;
            IReadOnlyList<SlotPlace> places;
            var sameDay = old is { IsLiving: true } && old.Centre == choice.Centre && old.Plan == offer.Plan.Code && old.Date == choice.Date;
            if (careful || look.Waiting > 0 || old is not null || offer.Row.Any(slot => slot.OpenPlaces == 0))
            {
                settlement = await LookAtDayAsync(context, offer.Table, offer.Plan, choice.Date, now, sameDay ? old : null, cancellationToken).ConfigureAwait(false);
                if (settlement.Ledger.TryTake(offer.Row, choice.Item, choice.Quota) is not { } found)
                {
                    if (!sameDay && settlement.HasChanges)
                    {
                        await CommitSettlementAsync(context, settlement, offer.Table, offer.Plan, choice.Date, cancellationToken).ConfigureAwait(false);
                    }

                    return Refuse(WhyFull(settlement.Ledger, offer, choice));
                }

                places = found;
            }
            else
            {
                places = [.. offer.Row.Select(slot => new SlotPlace(slot.Start, string.Empty))];
                look.Ledger!.Take(places, choice.Item);
            }

            var ledger = settlement?.Ledger ?? look.Ledger!;
            var appointment = New(id, offer, choice, places, status, person, now) with { Request = digest };
            if (old is not null)
            {
                appointment = appointment with { Number = old.Number, Sequence = old.Sequence + 1, CreatedAt = old.CreatedAt };
            }

            var batch = new WriteBatch(agency, requestKey);
            CheckCentre(batch, offer.Table);
            batch.Check(ServiceKinds.ServiceItem, offer.Item.Id.Value, offer.Item.Revision.Expected);
            if (old is { IsLiving: true } && !sameDay)
            {
                await ReleaseElsewhereAsync(batch, context, old, now, cancellationToken).ConfigureAwait(false);
            }

            ledger.Stage(batch);
            if (settlement is not null)
            {
                StageSettlement(batch, context, settlement, offer.Plan, choice.Date);
            }
            else if (offer.Plan.Offer is not null)
            {
                batch.Check(AppointmentKinds.Line, look.LineId, look.LineVersion == 0 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(look.LineVersion));
            }

            var at = batch.Operations.Count;
            _appointments.Stage(batch, appointment, old is null ? ExpectedVersion.Missing : old.Revision.Expected);
            if (look.Bookers is { } bookers)
            {
                var happened = new BookingEvent(now, choice.Date, BookingEventKind.Booked, choice.Item, id.Value);
                bookers.Stage(batch, OpenBooking.Of(appointment), remove: null, old is null ? happened : null, now);
            }

            batch.AddAudit(context.Entry(_clock, action, AppointmentKinds.Appointment, id.Value));
            Emit(batch, old is not null ? "appointment.changed" : status == AppointmentStatus.Held ? "appointment.held" : "appointment.booked", appointment);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Committed:
                    Learn(agency, ledger);
                    return Outcome<Appointment>.Done(appointment with { Revision = new(result.Versions[at]) }, look.Bookers?.Warnings(now));
                case CommitStatus.Replayed:
                    return await _appointments.FindAsync(agency, id, cancellationToken).ConfigureAwait(false) is { } stored
                        ? Outcome<Appointment>.Done(stored)
                        : Outcome<Appointment>.Refused(StorageErrors.NotFound);
                case CommitStatus.Conflict when old is not null && result.FailedOperation == at:
                    return Outcome<Appointment>.Refused(StorageErrors.Conflict);
                case CommitStatus.LimitReached:
                    careful = true;
                    break;
                case CommitStatus.Conflict or CommitStatus.NotUnique:
                    Unlearn(agency, result, batch);
                    fresh = true;
                    break;
                default:
                    return Refuse(CommitFailures.Issue(result));
            }
        }

        return Outcome<Appointment>.Refused(StorageErrors.Conflict);
    }

    private static Issue WhyFull(DayLedger ledger, SlotOffer offer, SlotChoice choice)
    {
        var place = IssueLocation.At("/start");
        if (ledger.CountsItem(choice.Item) && offer.Row.Any(slot => !ledger.Counter(slot.Start, SlotKeys.ItemLane(choice.Item)).IsFree))
        {
            return new(AppointmentErrors.ItemLimitReached, place);
        }

        var kept = offer.Row.All(slot => ledger.Counter(slot.Start, string.Empty).IsFree || offer.Plan.Quotas.Any(quota => ledger.Counter(slot.Start, quota.Code).IsFree));
        return new(kept ? AppointmentErrors.QuotaFull : AppointmentErrors.SlotFull, place);
    }

    /// <summary>One read of all a simple booking needs: an earlier answer, the person's records, the line, and counters not known to be there.</summary>
    private async ValueTask<BookingLook> LookAsync(
        AccessContext context, SlotChoice choice, SlotOffer? offer, BookedPerson? person, AppointmentId? own, CancellationToken cancellationToken)
    {
        var agency = context.Agency;
        var keys = new List<RecordKey>();
        var bookers = person is null ? default : BookerSet.Ids(_indexer, _credit, person);
        if (person is not null)
        {
            keys.AddRange(bookers.All.Select(id => new RecordKey(agency, AppointmentKinds.Booker, id)));
        }

        var people = keys.Count;
        if (own is { } earlier)
        {
            keys.Add(new(agency, AppointmentKinds.Appointment, earlier.Value));
        }

        var lineId = Guid.Empty;
        if (offer?.Plan.Offer is not null)
        {
            lineId = SlotKeys.LineId(choice.Centre, offer.Plan.Code, choice.Date);
            keys.Add(new(agency, AppointmentKinds.Line, lineId));
        }

        DayLedger? ledger = null;
        var slots = keys.Count;
        if (offer is not null)
        {
            ledger = new DayLedger(choice.Centre, offer.Plan.Code, choice.Date, offer.Plan, offer.Day);
            foreach (var slot in offer.Row)
            {
                Want(ledger.Counter(slot.Start, string.Empty));
                if (ledger.CountsItem(choice.Item))
                {
                    Want(ledger.Counter(slot.Start, SlotKeys.ItemLane(choice.Item)));
                }
            }
        }

        var records = keys.Count == 0 ? [] : await _store.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        ledger?.Load(records.Skip(slots));
        var line = lineId == Guid.Empty ? null : records[slots - 1];
        return new(
            own is not null && records[people] is { } answer ? _appointments.Read(answer) : null,
            person is null ? null : BookerSet.Read(bookers, records, _credit),
            ledger,
            lineId,
            line?.Version ?? 0,
            line?[AppointmentKinds.Waiting].AsInteger() ?? 0);

        void Want(SlotCounter counter)
        {
            counter.Exists = _known.ContainsKey((agency, counter.Id));
            if (!counter.Exists)
            {
                keys.Add(new(agency, AppointmentKinds.Slot, counter.Id));
            }
        }
    }
}
