using System.Text.Json;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Housing;

internal sealed class HousingStore : IHousingStore, IRecordMapper<RentalProperty>, IRecordMapper<Room>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<RentalProperty> _properties;
    private readonly TypedRecords<Room> _rooms;

    public HousingStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _properties = new(store, this, cursors);
        _rooms = new(store, this, cursors);
    }

    RecordKind IRecordMapper<RentalProperty>.Kind => HousingKinds.RentalProperty;

    RecordKind IRecordMapper<Room>.Kind => HousingKinds.Room;

    public ValueTask<RentalProperty?> FindPropertyAsync(AgencyId agency, RentalPropertyId id, CancellationToken cancellationToken) =>
        _properties.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<RentalProperty>> ListPropertiesAsync(AgencyId agency, StandardAddressId? address, int limit, string? after, CancellationToken cancellationToken)
    {
        FieldFilter[] where = address is { } at ? [FieldFilter.Equal(HousingKinds.Address, HousingFields.Id(at.Value))] : [];
        return _properties.PageAsync(new RecordQuery(agency, HousingKinds.RentalProperty, where, descending: true, limit: limit), after, cancellationToken);
    }

    public ValueTask<Room?> FindRoomAsync(AgencyId agency, RoomId id, CancellationToken cancellationToken) => _rooms.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<Room>> ListRoomsAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken) =>
        _rooms.PageAsync(
            new RecordQuery(agency, HousingKinds.Room, [FieldFilter.Equal(HousingKinds.PropertyId, HousingFields.Id(property.Value))], limit: limit),
            after,
            cancellationToken);

    public void Stage(WriteBatch batch, RentalProperty property, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(property);
        var stored = new HousingBodies.Property
        {
            Kind = property.Kind.ToString(),
            LandlordName = property.Landlord.Name.ToString("F"),
            LandlordPhone = property.Landlord.Phone?.ToString("F"),
            LandlordOrganisation = property.Landlord.OrganisationCode,
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, HousingKinds.RentalProperty, property.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, HousingJson.Default.Property);
        }

        batch.Put(HousingKinds.RentalProperty, property.Id.Value, expected, [HousingFields.Id(property.Address.Value), FieldValue.Text(property.Name)], body);
    }

    public void Stage(WriteBatch batch, Room room, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(room);
        var stored = new HousingBodies.Room
        {
            Number = room.Number,
            Use = room.Use.ToString(),
            AreaSquareMetres = room.AreaSquareMetres,
            Beds = room.Beds.Count == 0 ? null : [.. room.Beds],
        };
        batch.Put(
            HousingKinds.Room,
            room.Id.Value,
            expected,
            [
                HousingFields.Id(room.Property.Value),
                FieldValue.Text(HousingFields.RoomKey(room.Property, room.Number)),
                FieldValue.Integer(room.Occupied),
                room.Capacity is { } capacity ? FieldValue.Integer(capacity) : FieldValue.Null,
            ],
            JsonSerializer.SerializeToUtf8Bytes(stored, HousingJson.Default.Room));
    }

    Guid IRecordMapper<RentalProperty>.IdOf(RentalProperty record) => record.Id.Value;

    Guid IRecordMapper<Room>.IdOf(Room record) => record.Id.Value;

    RentalProperty IRecordMapper<RentalProperty>.Read(StoredRecord stored)
    {
        HousingBodies.Property body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, HousingJson.Default.Property)!;
        }

        var name = stored[HousingKinds.Name];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            new(HousingFields.Id(stored[HousingKinds.Address])),
            Enum.Parse<PropertyKind>(body.Kind),
            name.IsNull ? null : name.AsText(),
            new Landlord(
                PersonName.Parse(body.LandlordName),
                body.LandlordPhone is { } phone ? MobileNumber.Parse(phone) : null,
                body.LandlordOrganisation));
    }

    Room IRecordMapper<Room>.Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, HousingJson.Default.Room)!;
        var capacity = stored[HousingKinds.Capacity];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            new(HousingFields.Id(stored[HousingKinds.PropertyId])),
            body.Number,
            Enum.Parse<RoomUse>(body.Use),
            body.AreaSquareMetres,
            body.Beds ?? [],
            capacity.IsNull ? null : (int)capacity.AsInteger(),
            (int)stored[HousingKinds.Occupied].AsInteger());
    }
}
