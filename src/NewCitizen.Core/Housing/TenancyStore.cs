using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Housing;

internal sealed class TenancyStore : ITenancyStore, IRecordMapper<Lease>, IRecordMapper<Occupancy>
{
    private readonly TypedRecords<Lease> _leases;
    private readonly TypedRecords<Occupancy> _stays;

    public TenancyStore(IRecordStore store, PageCursorSeal cursors)
    {
        _leases = new(store, this, cursors);
        _stays = new(store, this, cursors);
    }

    RecordKind IRecordMapper<Lease>.Kind => HousingKinds.Lease;

    RecordKind IRecordMapper<Occupancy>.Kind => HousingKinds.Occupancy;

    public ValueTask<Lease?> FindLeaseAsync(AgencyId agency, LeaseId id, CancellationToken cancellationToken) => _leases.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<Lease>> ListLeasesAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken) =>
        _leases.PageAsync(Of(agency, HousingKinds.Lease, HousingKinds.PropertyId, property.Value, limit), after, cancellationToken);

    public ValueTask<Occupancy?> FindOccupancyAsync(AgencyId agency, OccupancyId id, CancellationToken cancellationToken) => _stays.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<Occupancy>> ListByPropertyAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken) =>
        _stays.PageAsync(Of(agency, HousingKinds.Occupancy, HousingKinds.PropertyId, property.Value, limit), after, cancellationToken);

    public ValueTask<Page<Occupancy>> ListByResidentAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken) =>
        _stays.PageAsync(Of(agency, HousingKinds.Occupancy, HousingKinds.ResidentId, resident.Value, limit), after, cancellationToken);

    public ValueTask<Page<Occupancy>> ListByRoomAsync(AgencyId agency, RoomId room, int limit, string? after, CancellationToken cancellationToken) =>
        _stays.PageAsync(Of(agency, HousingKinds.Occupancy, HousingKinds.RoomId, room.Value, limit), after, cancellationToken);

    public void Stage(WriteBatch batch, Lease lease, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        var stored = new HousingBodies.Lease
        {
            Rooms = lease.Rooms.Count == 0 ? null : [.. lease.Rooms.Select(room => room.Value)],
            Tenants = lease.Tenants.Count == 0 ? null : [.. lease.Tenants.Select(tenant => tenant.Value)],
            EmployerCode = lease.EmployerCode,
            SignedOn = lease.SignedOn,
            EndedOn = lease.EndedOn,
            Stated = lease.Stated,
        };
        batch.Put(
            HousingKinds.Lease,
            lease.Id.Value,
            expected,
            [HousingFields.Id(lease.Property.Value), FieldValue.Date(lease.Since), FieldValue.Date(lease.Until)],
            JsonSerializer.SerializeToUtf8Bytes(stored, HousingJson.Default.Lease));
    }

    public void Stage(WriteBatch batch, Occupancy stay, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(stay);
        var open = stay.Until is null;
        batch.Put(
            HousingKinds.Occupancy,
            stay.Id.Value,
            expected,
            [
                HousingFields.Id(stay.Resident.Value),
                HousingFields.Id(stay.Property.Value),
                HousingFields.Id(stay.Room.Value),
                open && stay.Bed is not null ? FieldValue.Text(HousingFields.BedKey(stay.Room, stay.Bed)) : FieldValue.Null,
                open ? FieldValue.Text(HousingFields.StayKey(stay.Room, stay.Resident)) : FieldValue.Null,
                FieldValue.Date(stay.Since),
                FieldValue.Date(stay.Until),
            ],
            JsonSerializer.SerializeToUtf8Bytes(new HousingBodies.Occupancy { Bed = stay.Bed, Lease = stay.Lease?.Value, Family = stay.OfFamily }, HousingJson.Default.Occupancy));
    }

    Guid IRecordMapper<Lease>.IdOf(Lease record) => record.Id.Value;

    Guid IRecordMapper<Occupancy>.IdOf(Occupancy record) => record.Id.Value;

    Lease IRecordMapper<Lease>.Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, HousingJson.Default.Lease)!;
        var until = stored[HousingKinds.TermUntil];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            new(HousingFields.Id(stored[HousingKinds.PropertyId])),
            [.. (body.Rooms ?? []).Select(id => new RoomId(id))],
            [.. (body.Tenants ?? []).Select(id => new ResidentId(id))],
            body.EmployerCode,
            body.SignedOn,
            stored[HousingKinds.Since].AsDate(),
            until.IsNull ? null : until.AsDate(),
            body.EndedOn)
        {
            Stated = body.Stated,
        };
    }

    Occupancy IRecordMapper<Occupancy>.Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, HousingJson.Default.Occupancy)!;
        var ended = stored[HousingKinds.EndedOn];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            new(HousingFields.Id(stored[HousingKinds.ResidentId])),
            new(HousingFields.Id(stored[HousingKinds.PropertyId])),
            new(HousingFields.Id(stored[HousingKinds.RoomId])),
            body.Bed,
            body.Lease is { } lease ? new LeaseId(lease) : null,
            stored[HousingKinds.Since].AsDate(),
            ended.IsNull ? null : ended.AsDate())
        {
            OfFamily = body.Family,
        };
    }

    private static RecordQuery Of(AgencyId agency, RecordKind kind, string field, Guid id, int limit) =>
        new(agency, kind, [FieldFilter.Equal(field, HousingFields.Id(id))], descending: true, limit: limit);
}
