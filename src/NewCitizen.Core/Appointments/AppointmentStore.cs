using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Identity;
using NewCitizen.Privacy;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Appointments;

internal sealed class AppointmentStore : IAppointmentStore, IRecordMapper<Appointment>
{
    private readonly FieldProtector _protector;
    private readonly BlindIndexer _indexer;
    private readonly TypedRecords<Appointment> _records;

    public AppointmentStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer)
    {
        _protector = protector;
        _indexer = indexer;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => AppointmentKinds.Appointment;

    public Guid IdOf(Appointment record) => record.Id.Value;

    public ValueTask<Appointment?> FindAsync(AgencyId agency, AppointmentId id, CancellationToken cancellationToken) => _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Appointment?> FindByNumberAsync(AgencyId agency, AppointmentNumber number, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, AppointmentKinds.Number, [FieldValue.Text(number.ToCompactString())], cancellationToken);

    public ValueTask<Page<Appointment>> ListAsync(AgencyId agency, ServiceCentreId centre, LocalDate from, LocalDate? before, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(
                agency,
                Kind,
                [SlotKeys.Between(AppointmentKinds.VisitKey, SlotKeys.VisitDay(centre, from), before is { } end ? SlotKeys.VisitDay(centre, end) : SlotKeys.VisitFrom(centre) + "~")],
                AppointmentKinds.VisitKey,
                limit: limit),
            after,
            cancellationToken);

    public ValueTask<Page<Appointment>> ListToCallAsync(AgencyId agency, ServiceCentreId centre, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(agency, Kind, [SlotKeys.Under(AppointmentKinds.CallKey, SlotKeys.VisitFrom(centre))], AppointmentKinds.CallKey, limit: limit), after, cancellationToken);

    public ValueTask<Page<Appointment>> ListByDocumentAsync(AgencyId agency, IdentityDocument document, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(agency, Kind, [FieldFilter.In(AppointmentKinds.Person, PersonIndex.All(_indexer, Kind, document))], descending: true, limit: limit), after, cancellationToken);

    public ValueTask<Page<Appointment>> ListRemindersAsync(AgencyId agency, Instant before, int limit, string? after, CancellationToken cancellationToken) =>
        Before(agency, AppointmentKinds.RemindAt, before, limit, after, cancellationToken);

    public ValueTask<Page<Appointment>> ListOverAsync(AgencyId agency, Instant now, int limit, string? after, CancellationToken cancellationToken) =>
        Before(agency, AppointmentKinds.HeldUntil, now + Duration.FromMilliseconds(1), limit, after, cancellationToken);

    /// <summary>Holds and offers of a plan on a day, over or not.</summary>
    public async ValueTask<IReadOnlyList<Appointment>> ListHoldsAsync(
        AgencyId agency, ServiceCentreId centre, string plan, LocalDate from, LocalDate before, CancellationToken cancellationToken)
    {
        var all = new List<Appointment>();
        string? after = null;
        do
        {
            var where = SlotKeys.Between(AppointmentKinds.HoldKey, SlotKeys.Day(centre, plan, from), SlotKeys.Day(centre, plan, before));
            var page = await _records.PageAsync(new RecordQuery(agency, Kind, [where], AppointmentKinds.HoldKey, limit: RecordQuery.MaxLimit), after, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    public void Stage(WriteBatch batch, Appointment appointment, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(appointment);
        var held = appointment.Status is AppointmentStatus.Held or AppointmentStatus.Offered;
        var calls = appointment.Status == AppointmentStatus.ToCall && appointment.CalledAt is null;
        batch.Put(
            Kind,
            appointment.Id.Value,
            expected,
            [
                FieldValue.Text(appointment.Number.ToCompactString()),
                FieldValue.Text(AppointmentCodec.Code(appointment.Status)),
                FieldValue.Text(SlotKeys.Visit(appointment.Centre, appointment.Date, appointment.Start, appointment.Plan)),
                held ? FieldValue.Text(SlotKeys.Slot(appointment.Centre, appointment.Plan, appointment.Date, appointment.Start, string.Empty)) : FieldValue.Null,
                held ? FieldValue.Instant(appointment.HeldUntil) : FieldValue.Null,
                FieldValue.Text(AppointmentCodec.Places(appointment.Places)),
                appointment.Person is { } person ? FieldValue.Bytes(PersonIndex.Of(_indexer, Kind, person.Document)) : FieldValue.Null,
                FieldValue.Date(appointment.Date),
                appointment.Status == AppointmentStatus.Booked ? FieldValue.Instant(appointment.RemindAt) : FieldValue.Null,
                calls ? FieldValue.Text(SlotKeys.Visit(appointment.Centre, appointment.Date, appointment.Start, appointment.Plan)) : FieldValue.Null,
            ],
            Write(new RecordKey(batch.Agency, Kind, appointment.Id.Value), appointment));
    }

    public Appointment Read(StoredRecord stored)
    {
        AppointmentBodies.Appointment body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, AppointmentJson.Default.Appointment)!;
        }

        var held = stored[AppointmentKinds.HeldUntil];
        var remind = stored[AppointmentKinds.RemindAt];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Number = AppointmentNumber.Parse(stored[AppointmentKinds.Number].AsText(), null),
            Status = AppointmentCodec.Status(stored[AppointmentKinds.Status].AsText()),
            Centre = new(body.Centre),
            Plan = body.Plan,
            Item = new(body.Item),
            Quota = body.Quota,
            Date = stored[AppointmentKinds.VisitOn].AsDate(),
            Start = AppointmentCodec.Time(body.Start),
            End = AppointmentCodec.Time(body.End),
            Places = AppointmentCodec.Places(stored[AppointmentKinds.Places].AsText()),
            CountsItem = body.CountsItem,
            HeldUntil = held.IsNull ? null : held.AsInstant(),
            Person = AppointmentCodec.Read(body.Person),
            Waitlist = body.Waitlist is { } entry ? new WaitlistEntryId(entry) : null,
            RemindAt = remind.IsNull ? null : remind.AsInstant(),
            Sequence = body.Sequence,
            CreatedAt = Instant.FromUnixTimeMilliseconds(body.CreatedAt),
            ChangedAt = Instant.FromUnixTimeMilliseconds(body.ChangedAt),
            CallReason = (CallReason?)body.CallReason,
            CalledAt = body.CalledAt is { } called ? Instant.FromUnixTimeMilliseconds(called) : null,
            Request = body.Request,
        };
    }

    private ValueTask<Page<Appointment>> Before(AgencyId agency, string field, Instant before, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, [FieldFilter.Range(field, FieldValue.Null, FieldValue.Instant(before))], field, limit: limit), after, cancellationToken);

    private byte[] Write(RecordKey key, Appointment appointment)
    {
        var body = new AppointmentBodies.Appointment
        {
            Centre = appointment.Centre.Value,
            Plan = appointment.Plan,
            Item = appointment.Item.Value,
            Quota = appointment.Quota,
            Start = AppointmentCodec.Minute(appointment.Start),
            End = AppointmentCodec.Minute(appointment.End),
            CountsItem = appointment.CountsItem,
            Person = AppointmentCodec.Write(appointment.Person),
            Waitlist = appointment.Waitlist?.Value,
            Sequence = appointment.Sequence,
            CreatedAt = appointment.CreatedAt.ToUnixTimeMilliseconds(),
            ChangedAt = appointment.ChangedAt.ToUnixTimeMilliseconds(),
            CallReason = (int?)appointment.CallReason,
            CalledAt = appointment.CalledAt?.ToUnixTimeMilliseconds(),
            Request = appointment.Request,
        };
        using (ProtectionScope.Enter(_protector, key))
        {
            return JsonSerializer.SerializeToUtf8Bytes(body, AppointmentJson.Default.Appointment);
        }
    }
}
