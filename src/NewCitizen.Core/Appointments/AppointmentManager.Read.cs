using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>Most days of one search for free slots.</summary>
    public const int MaxDays = 92;

    private const int LastCharacters = 4;
    private const int IdSize = 16;

    /// <summary>Reads an appointment; null if there is none. What its person's types show is masked.</summary>
    public ValueTask<Appointment?> FindAsync(AccessContext context, AppointmentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _appointments.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads whom an appointment is for in full, such as to call them. Leaves an audit entry with the purpose before anything is shown (查看完整信息).</summary>
    /// <param name="context">On whose behalf, with a purpose.</param>
    /// <param name="id">The appointment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, whose values tell when they are asked for the full form; refused with NC3200 without a purpose, NC3012 if there is no such appointment or nobody stands in it.</returns>
    public async ValueTask<Outcome<BookedPerson>> ReadPersonAsync(AccessContext context, AppointmentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.read-person");
        if (context.Purpose is null)
        {
            return Outcome<BookedPerson>.Refused(AccessErrors.PurposeMissing);
        }

        if (await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { Person: { } person })
        {
            return Outcome<BookedPerson>.Refused(StorageErrors.NotFound);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "appointment.read-person", AppointmentKinds.Appointment, id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<BookedPerson>.Done(person) : Outcome<BookedPerson>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Reads an appointment by its number, for staff; null if there is none.</summary>
    public ValueTask<Appointment?> FindByNumberAsync(AccessContext context, AppointmentNumber number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _appointments.FindByNumberAsync(context.Agency, number, cancellationToken);
    }

    /// <summary>Reads a person's own booking by its number and the last four characters of the identity number (我的预约).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="number">Number as typed.</param>
    /// <param name="lastFour">Last four characters as typed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The booking; refused with NC2300, whether the number is unknown or the characters are wrong: the answer does not tell.</returns>
    public async ValueTask<Outcome<Appointment>> FindMineAsync(AccessContext context, string number, string lastFour, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.find-mine");
        var found = AppointmentNumber.TryParse(number, out var read, out _)
            ? await _appointments.FindByNumberAsync(context.Agency, read, cancellationToken).ConfigureAwait(false)
            : null;
        var own = found?.Person?.Document.RevealNumber() ?? string.Empty;
        var fits = CryptographicOperations.FixedTimeEquals(Tail(own), Tail(lastFour ?? string.Empty));
        return found is not null && own.Length >= LastCharacters && lastFour?.Trim().Length == LastCharacters && fits
            ? Outcome<Appointment>.Done(found)
            : Outcome<Appointment>.Refused(AppointmentErrors.UnknownBooking);

        // As many bytes for every guess.
        static byte[] Tail(string text) =>
            SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim().ToUpperInvariant() is { Length: > LastCharacters } longer ? longer[^LastCharacters..] : text.Trim().ToUpperInvariant()));
    }

    /// <summary>The part of a link that opens a booking without signing in (取消链接): its id under a seal of the key ring. It carries no personal data and cannot be guessed.</summary>
    public string SealLink(AccessContext context, AppointmentId id)
    {
        ArgumentNullException.ThrowIfNull(context);
        var bytes = new byte[IdSize + BlindIndexer.Size];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        _indexer.Compute(AppointmentKinds.Appointment.Name, "link", "seal", LinkText(context.Agency, id)).CopyTo(bytes, IdSize);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the booking a link opens; the seal is compared in constant time.</summary>
    /// <returns>The booking; refused with NC2301.</returns>
    public async ValueTask<Outcome<Appointment>> OpenLinkAsync(AccessContext context, string link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (link is { Length: <= 64 } && Base64Url.IsValid(link) && Base64Url.DecodeFromChars(link) is { Length: IdSize + BlindIndexer.Size } bytes)
        {
            var id = new AppointmentId(new Guid(bytes.AsSpan(0, IdSize), bigEndian: true));
            var genuine = false;
            foreach (var seal in _indexer.ComputeAll(AppointmentKinds.Appointment.Name, "link", "seal", LinkText(context.Agency, id)))
            {
                genuine |= CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(IdSize));
            }

            if (genuine && await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return Outcome<Appointment>.Done(found);
            }
        }

        return Outcome<Appointment>.Refused(AppointmentErrors.LinkInvalid);
    }

    /// <summary>Lists the appointments of a centre on a day, by time.</summary>
    public ValueTask<Page<Appointment>> ListDayAsync(AccessContext context, ServiceCentreId centre, LocalDate date, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _appointments.ListAsync(context.Agency, centre, date, date.PlusDays(1), limit, after, cancellationToken);
    }

    /// <summary>Free slots of an item, every day with what can be said of it (余号查询). Places held past their time count as free.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="centre">Where.</param>
    /// <param name="item">What for.</param>
    /// <param name="from">First day, Asia/Shanghai.</param>
    /// <param name="days">How many days, 1 to 92.</param>
    /// <param name="quota">Class of people whose places count too; null for open places only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The days; refused with NC2304–2306, NC2323 or NC2325.</returns>
    public async ValueTask<Outcome<FreeSlots>> FindFreeAsync(
        AccessContext context, ServiceCentreId centre, ServiceItemId item, LocalDate from, int days, string? quota, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.find-free");
        if (days is < 1 or > MaxDays)
        {
            return Outcome<FreeSlots>.Refused(AppointmentErrors.TooManyDays, $"{MaxDays}");
        }

        var table = await _hall.CentreAsync(context.Agency, centre, fresh: true, cancellationToken).ConfigureAwait(false);
        var what = await _hall.ItemAsync(context.Agency, item, fresh: true, cancellationToken).ConfigureAwait(false);
        var refusal = table is null ? AppointmentErrors.CentreUnknown
            : what is null || table.Centre.PlanFor(item) is null ? AppointmentErrors.ItemNotBookable
            : !what.IsOffered ? AppointmentErrors.ItemNotOffered
            : quota is not null && table.Centre.PlanFor(item)!.FindQuota(quota) is null ? AppointmentErrors.QuotaUnknown
            : null;
        if (refusal is not null)
        {
            return Outcome<FreeSlots>.Refused(refusal);
        }

        var search = new FreeSearch(table!, table!.Centre.PlanFor(item)!, what!, quota, Now);
        if (search.Window(from, days) is { } window)
        {
            await CountAsync(context.Agency, search, window.From, window.Before, cancellationToken).ConfigureAwait(false);
        }

        return Outcome<FreeSlots>.Done(new(centre, item, search.Plan.Code, search.Plan.Offer is not null, [.. Enumerable.Range(0, days).Select(ahead => search.On(from.PlusDays(ahead)))]));
    }

    private async ValueTask CountAsync(AgencyId agency, FreeSearch search, LocalDate from, LocalDate before, CancellationToken cancellationToken)
    {
        var (centre, plan) = (search.Table.Centre.Id, search.Plan.Code);
        QueryCursor? after = null;
        do
        {
            var where = SlotKeys.Between(AppointmentKinds.SlotKey, SlotKeys.Day(centre, plan, from), SlotKeys.Day(centre, plan, before));
            var page = await _store.QueryAsync(
                new RecordQuery(agency, AppointmentKinds.Slot, [where], AppointmentKinds.SlotKey, limit: RecordQuery.MaxLimit, after: after), cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Records)
            {
                search.Add(record.Key.Id, (int)record[AppointmentKinds.Taken].AsInteger());
            }

            after = page.Next;
        }
        while (after is not null);
        foreach (var hold in await _appointments.ListHoldsAsync(agency, centre, plan, from, before, cancellationToken).ConfigureAwait(false))
        {
            search.AddOver(hold);
        }

        if (search.Plan.Offer is not null)
        {
            string? next = null;
            do
            {
                var page = await _waitlist.ListAsync(agency, centre, plan, from, before, RecordQuery.MaxLimit, next, cancellationToken).ConfigureAwait(false);
                foreach (var entry in page.Items)
                {
                    search.AddWaiting(entry);
                }

                next = page.Next;
            }
            while (next is not null);
        }
    }

    private static string LinkText(AgencyId agency, AppointmentId id) => $"{agency.Value}/{id.Value:N}";
}
