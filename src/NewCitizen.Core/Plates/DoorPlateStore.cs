using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Plates;

internal sealed class DoorPlateStore : IDoorPlateStore, IRecordMapper<DoorPlate>
{
    private readonly TypedRecords<DoorPlate> _plates;

    public DoorPlateStore(IRecordStore store, PageCursorSeal cursors) => _plates = new(store, this, cursors);

    RecordKind IRecordMapper<DoorPlate>.Kind => PlateKinds.DoorPlate;

    public ValueTask<DoorPlate?> FindAsync(AgencyId agency, DoorPlateId id, CancellationToken cancellationToken) => _plates.FindAsync(agency, id.Value, cancellationToken);

    public async ValueTask<DoorPlate?> FindByCodeAsync(AgencyId agency, PlateCode code, CancellationToken cancellationToken)
    {
        var plate = await _plates.FirstAsync(agency, PlateKinds.Code, [FieldValue.Text(code.ToString())], cancellationToken).ConfigureAwait(false);
        return plate?.Code == code ? plate : null;
    }

    public async ValueTask<DoorPlate?> FindByHomeAsync(AgencyId agency, RentalPropertyId home, CancellationToken cancellationToken)
    {
        var plate = await _plates.FirstAsync(agency, PlateKinds.LiveHome, [HousingFields.Id(home.Value)], cancellationToken).ConfigureAwait(false);
        return plate?.Home == home ? plate : null;
    }

    public ValueTask<Page<DoorPlate>> ListAsync(AgencyId agency, RentalPropertyId? home, int limit, string? after, CancellationToken cancellationToken)
    {
        FieldFilter[] where = home is { } at ? [FieldFilter.Equal(PlateKinds.Home, HousingFields.Id(at.Value))] : [];
        return _plates.PageAsync(new RecordQuery(agency, PlateKinds.DoorPlate, where, limit: limit), after, cancellationToken);
    }

    public void Stage(WriteBatch batch, DoorPlate plate, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(plate);
        var body = new PlateBodies.Plate
        {
            KeyVersion = plate.KeyVersion,
            OldestKeyVersion = plate.OldestKeyVersion,
            IssuedOn = plate.IssuedOn,
            Reason = plate.Reason?.ToString(),
            Replaces = plate.Replaces?.Value,
        };
        batch.Put(
            PlateKinds.DoorPlate,
            plate.Id.Value,
            expected,
            [
                FieldValue.Text(plate.Code.ToString()),
                HousingFields.Id(plate.Home.Value),
                plate.IsLive ? HousingFields.Id(plate.Home.Value) : FieldValue.Null,
                FieldValue.Date(plate.RevokedOn),
            ],
            JsonSerializer.SerializeToUtf8Bytes(body, PlateJson.Default.Plate));
    }

    Guid IRecordMapper<DoorPlate>.IdOf(DoorPlate record) => record.Id.Value;

    DoorPlate IRecordMapper<DoorPlate>.Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, PlateJson.Default.Plate)!;
        var revoked = stored[PlateKinds.RevokedOn];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            PlateCode.Parse(stored[PlateKinds.Code].AsText(), null),
            new(HousingFields.Id(stored[PlateKinds.Home])),
            (ushort)body.KeyVersion,
            (ushort)body.OldestKeyVersion,
            body.IssuedOn,
            revoked.IsNull ? null : revoked.AsDate(),
            body.Reason is { } reason ? Enum.Parse<PlateRevocation>(reason) : null,
            body.Replaces is { } replaced ? new DoorPlateId(replaced) : null);
    }
}
