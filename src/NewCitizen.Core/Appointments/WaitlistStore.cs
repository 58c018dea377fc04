using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Identity;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Appointments;

internal sealed class WaitlistStore : IRecordMapper<WaitlistEntry>
{
    private readonly FieldProtector _protector;
    private readonly BlindIndexer _indexer;
    private readonly TypedRecords<WaitlistEntry> _records;

    public WaitlistStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer)
    {
        _protector = protector;
        _indexer = indexer;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => AppointmentKinds.Waitlist;

    public Guid IdOf(WaitlistEntry record) => record.Id.Value;

    public ValueTask<WaitlistEntry?> FindAsync(AgencyId agency, WaitlistEntryId id, CancellationToken cancellationToken) => _records.FindAsync(agency, id.Value, cancellationToken);

    /// <summary>Those who wait on some days of a plan, in their order on each day.</summary>
    public ValueTask<Page<WaitlistEntry>> ListAsync(
        AgencyId agency, ServiceCentreId centre, string plan, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(
                agency, Kind, [SlotKeys.Between(AppointmentKinds.LineKey, SlotKeys.Day(centre, plan, from), SlotKeys.Day(centre, plan, before))], AppointmentKinds.LineKey, limit: limit),
            after,
            cancellationToken);

    public ValueTask<Page<WaitlistEntry>> ListByDocumentAsync(AgencyId agency, IdentityDocument document, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(agency, Kind, [FieldFilter.In(AppointmentKinds.Person, PersonIndex.All(_indexer, Kind, document))], descending: true, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, WaitlistEntry record, ExpectedVersion expected) => batch.Put(
        Kind,
        record.Id.Value,
        expected,
        [
            FieldValue.Text(AppointmentCodec.Code(record.Status)),
            record.Status == WaitlistStatus.Waiting ? FieldValue.Text(SlotKeys.Line(record.Centre, record.Plan, record.Date, record.JoinedAt, record.Id.Value)) : FieldValue.Null,
            FieldValue.Bytes(PersonIndex.Of(_indexer, Kind, record.Person.Document)),
            FieldValue.Date(record.Date),
        ],
        Write(new RecordKey(batch.Agency, Kind, record.Id.Value), record));

    public WaitlistEntry Read(StoredRecord stored)
    {
        AppointmentBodies.Entry body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, AppointmentJson.Default.Entry)!;
        }

        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Status = AppointmentCodec.WaitlistStatus(stored[AppointmentKinds.Status].AsText()),
            Centre = new(body.Centre),
            Plan = body.Plan,
            Item = new(body.Item),
            Quota = body.Quota,
            Date = stored[AppointmentKinds.VisitOn].AsDate(),
            Start = body.Start is { } start ? AppointmentCodec.Time(start) : null,
            Person = AppointmentCodec.Read(body.Person)!,
            JoinedAt = Instant.FromUnixTimeMilliseconds(body.JoinedAt),
            Offer = body.Offer is { } offer ? new AppointmentId(offer) : null,
            Request = body.Request,
        };
    }

    private byte[] Write(RecordKey key, WaitlistEntry entry)
    {
        var body = new AppointmentBodies.Entry
        {
            Centre = entry.Centre.Value,
            Plan = entry.Plan,
            Item = entry.Item.Value,
            Quota = entry.Quota,
            Start = entry.Start is { } start ? AppointmentCodec.Minute(start) : null,
            Person = AppointmentCodec.Write(entry.Person)!,
            JoinedAt = entry.JoinedAt.ToUnixTimeMilliseconds(),
            Offer = entry.Offer?.Value,
            Request = entry.Request,
        };
        using (ProtectionScope.Enter(_protector, key))
        {
            return JsonSerializer.SerializeToUtf8Bytes(body, AppointmentJson.Default.Entry);
        }
    }
}
