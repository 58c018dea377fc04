using System.Globalization;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Inspections.Images;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Inspections;

internal sealed class InspectionPhotoStore : IInspectionPhotoStore
{
    // No host allows an inspection more.
    private const int Most = 100;

    private readonly FieldProtector _protector;
    private readonly TypedRecords<InspectionPhoto> _photos;

    public InspectionPhotoStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _photos = new(store, InspectionKinds.Photo, Read, cursors);
    }

    public ValueTask<InspectionPhoto?> FindAsync(AgencyId agency, InspectionPhotoId id, CancellationToken cancellationToken) => _photos.FindAsync(agency, id.Value, cancellationToken);

    public async ValueTask<IReadOnlyList<InspectionPhoto>> ListAsync(AgencyId agency, InspectionId inspection, CancellationToken cancellationToken)
    {
        var query = new RecordQuery(agency, InspectionKinds.Photo, [FieldFilter.Equal(InspectionKinds.InspectionId, HousingFields.Id(inspection.Value))], limit: Most);
        return (await _photos.PageAsync(query, after: null, cancellationToken).ConfigureAwait(false)).Items;
    }

    public void Stage(WriteBatch batch, InspectionPhoto photo, int place)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(photo);
        var stored = new InspectionBodies.Photo { Format = photo.Picture.Format.ToString(), Orientation = photo.Picture.Orientation, Picture = photo.Picture.Bytes.ToArray() };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, InspectionKinds.Photo, photo.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, InspectionJson.Default.Photo);
        }

        batch.Put(
            InspectionKinds.Photo,
            photo.Id.Value,
            ExpectedVersion.Missing,
            [
                HousingFields.Id(photo.Inspection.Value),
                FieldValue.Text(string.Create(CultureInfo.InvariantCulture, $"{photo.Inspection.Value:N}/{place}")),
                FieldValue.Date(photo.AddedOn),
            ],
            body);
    }

    private InspectionPhoto Read(StoredRecord stored)
    {
        InspectionBodies.Photo body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, InspectionJson.Default.Photo)!;
        }

        return new(
            new(stored.Key.Id),
            new(HousingFields.Id(stored[InspectionKinds.InspectionId])),
            stored[InspectionKinds.AddedOn].AsDate(),
            new CleanPicture(Enum.Parse<PictureFormat>(body.Format), body.Orientation, body.Picture));
    }
}
