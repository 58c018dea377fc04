using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>Puts somebody on the waiting list of a full slot, or of a day all of whose slots are full (候补). First come, first offered.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="choice">Which place.</param>
    /// <param name="wholeDay">Whether any slot of the day will do; the start is then not looked at.</param>
    /// <param name="person">For whom.</param>
    /// <param name="requestKey">Makes a retry get the same entry; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entry; refused with NC2340–2342, NC2304–2312, NC2316–2319, NC2323, NC2324, or NC3003.</returns>
    public async ValueTask<Outcome<WaitlistEntry>> JoinWaitlistAsync(
        AccessContext context, SlotChoice choice, bool wholeDay, StatedPerson person, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(choice);
        using var span = NewCitizenTelemetry.Start("waitlist.join");
        var issues = new List<Issue>();
        if (ReadPerson(person, ShanghaiTime.Today(_clock), issues) is not { } read)
        {
            return Outcome<WaitlistEntry>.Refused(issues);
        }

        var digest = Digest(requestKey);
        var id = new WaitlistEntryId(digest is null ? _ids.Next() : SlotKeys.Id("request", digest));
        for (var round = 0; round < MaxRounds; round++)
        {
            if (digest is not null && await _waitlist.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                return Outcome<WaitlistEntry>.Done(earlier);
            }

            var now = Now;
            var table = await _hall.CentreAsync(context.Agency, choice.Centre, fresh: true, cancellationToken).ConfigureAwait(false);
            var item = await _hall.ItemAsync(context.Agency, choice.Item, fresh: true, cancellationToken).ConfigureAwait(false);
            var wanted = wholeDay ? Starts(table, choice, now) : [choice.Start];
            var offers = wanted.Select(start => SlotOffer.Of(table, item, choice with { Start = start }, now)).ToArray();
            var open = offers.Select(found => found.Offer).OfType<SlotOffer>().ToArray();
            if (open.Length == 0)
            {
                return Outcome<WaitlistEntry>.Refused([offers.Length > 0 ? offers[^1].Refusal! : SlotOffer.Of(table, item, choice, now).Refusal ?? new Issue(AppointmentErrors.SlotClosed)]);
            }

            var plan = open[0].Plan;
            if (plan.Offer is null)
            {
                return Outcome<WaitlistEntry>.Refused(AppointmentErrors.NoWaitlist);
            }

            var bookers = await BookersAsync(context.Agency, read, cancellationToken).ConfigureAwait(false);
            var limits = open.Select(row => bookers.Refusal(plan, choice.Centre, Guid.Empty, choice.Date, row.Row[0].Start, row.Row[^1].End, now)).ToArray();
            if (limits.All(limit => limit is not null))
            {
                return Outcome<WaitlistEntry>.Refused([limits[0]!]);
            }

            var settlement = await LookAtDayAsync(context, table!, plan, choice.Date, now, leaving: null, cancellationToken).ConfigureAwait(false);
            if (settlement.HasChanges)
            {
                await CommitSettlementAsync(context, settlement, table!, plan, choice.Date, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (open.Any(row => settlement.Ledger.Choose(row.Row, choice.Item, choice.Quota) is not null))
            {
                return Outcome<WaitlistEntry>.Refused(AppointmentErrors.PlaceIsFree);
            }

            if (await WaitsAsync(context.Agency, table!.Centre.Id, plan.Code, choice, wholeDay, read, cancellationToken).ConfigureAwait(false))
            {
                return Outcome<WaitlistEntry>.Refused(AppointmentErrors.WaitsAlready);
            }

            var entry = new WaitlistEntry
            {
                Id = id,
                Status = WaitlistStatus.Waiting,
                Centre = choice.Centre,
                Plan = plan.Code,
                Item = choice.Item,
                Quota = choice.Quota,
                Date = choice.Date,
                Start = wholeDay ? null : choice.Start,
                Person = read,
                JoinedAt = now,
                Request = digest,
            };
            var batch = new WriteBatch(context.Agency, requestKey);
            CheckCentre(batch, table);

            // Whoever frees a place meanwhile has seen a line without this entry: one of the two commits is refused.
            settlement.Leave = -1;
            StageLine(batch, settlement, plan, choice.Date);
            foreach (var counter in open.SelectMany(row => row.Row).DistinctBy(slot => slot.Start).Select(slot => settlement.Ledger.Counter(slot.Start, string.Empty)).Where(counter => counter.Exists))
            {
                batch.Check(AppointmentKinds.Slot, counter.Id, ExpectedVersion.Exactly(counter.Version));
            }

            var at = batch.Operations.Count;
            _waitlist.Stage(batch, entry, ExpectedVersion.Missing);
            batch.AddAudit(context.Entry(_clock, "waitlist.join", AppointmentKinds.Waitlist, id.Value));
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Committed)
            {
                return Outcome<WaitlistEntry>.Done(entry with { Revision = new(result.Versions[at]) });
            }

            if (result.Status is not (CommitStatus.Conflict or CommitStatus.Replayed))
            {
                return Outcome<WaitlistEntry>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<WaitlistEntry>.Refused(StorageErrors.Conflict);
    }

    /// <summary>Takes somebody off the waiting list (退出候补). An offer is declined with <see cref="CancelAsync"/>.</summary>
    /// <returns>The entry; refused with NC3012, NC3000 or NC2343.</returns>
    public async ValueTask<Outcome<WaitlistEntry>> LeaveWaitlistAsync(AccessContext context, WaitlistEntryId id, Revision revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("waitlist.leave");
        for (var round = 0; round < MaxRounds; round++)
        {
            var entry = await _waitlist.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (entry is null || entry.Revision != revision)
            {
                return Outcome<WaitlistEntry>.Refused(entry is null ? StorageErrors.NotFound : StorageErrors.Conflict);
            }

            if (entry.Status != WaitlistStatus.Waiting)
            {
                return Outcome<WaitlistEntry>.Refused(AppointmentErrors.NotWaiting);
            }

            var left = entry with { Status = WaitlistStatus.Withdrawn };
            var batch = new WriteBatch(context.Agency).Increment(
                AppointmentKinds.Line, SlotKeys.LineId(entry.Centre, entry.Plan, entry.Date), AppointmentKinds.Waiting, -1);
            _waitlist.Stage(batch, left, revision.Expected);
            batch.AddAudit(context.Entry(_clock, "waitlist.leave", AppointmentKinds.Waitlist, id.Value));
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                return Outcome<WaitlistEntry>.Done(left with { Revision = new(result.Versions[1]) });
            }

            if (result.Status != CommitStatus.Conflict)
            {
                return Outcome<WaitlistEntry>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<WaitlistEntry>.Refused(StorageErrors.Conflict);
    }

    /// <summary>Reads an entry of a waiting list after bringing its day up to date; null if there is none.</summary>
    public async ValueTask<WaitlistEntry?> FindWaitlistEntryAsync(AccessContext context, WaitlistEntryId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entry = await _waitlist.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (entry is not { Status: WaitlistStatus.Waiting })
        {
            return entry;
        }

        await SettleDayAsync(context, entry.Centre, entry.Plan, entry.Date, cancellationToken).ConfigureAwait(false);
        return await _waitlist.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings up to date what time has changed: holds and offers that are over end, and their places go to who waits. Nothing depends on it; it makes things happen sooner.</summary>
    /// <returns>How many holds and offers ended or were made.</returns>
    public async ValueTask<int> SettleAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.settle");
        var done = 0;
        string? after = null;
        var seen = new HashSet<(ServiceCentreId, string, LocalDate)>();
        do
        {
            var page = await _appointments.ListOverAsync(context.Agency, Now, LinePage, after, cancellationToken).ConfigureAwait(false);
            foreach (var over in page.Items.Where(over => seen.Add((over.Centre, over.Plan, over.Date))))
            {
                done += await SettleDayAsync(context, over.Centre, over.Plan, over.Date, cancellationToken).ConfigureAwait(false);
            }

            after = page.Next;
        }
        while (after is not null);
        return done;
    }

    private static IEnumerable<LocalTime> Starts(SlotTable? table, SlotChoice choice, Instant now) =>
        table?.Centre.PlanFor(choice.Item) is { } plan ? table.On(plan, choice.Date).Slots.Where(slot => StartOf(choice.Date, slot.Start) >= now).Select(slot => slot.Start) : [];

    private async ValueTask<bool> WaitsAsync(
        AgencyId agency, ServiceCentreId centre, string plan, SlotChoice choice, bool wholeDay, BookedPerson person, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await _waitlist.ListByDocumentAsync(agency, person.Document, LinePage, after, cancellationToken).ConfigureAwait(false);
            if (page.Items.Any(entry =>
                entry.Status is WaitlistStatus.Waiting or WaitlistStatus.Offered && entry.Centre == centre && entry.Plan == plan && entry.Date == choice.Date
                && entry.Start == (wholeDay ? null : choice.Start)))
            {
                return true;
            }

            after = page.Next;
        }
        while (after is not null);
        return false;
    }
}
