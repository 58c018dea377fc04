using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Inspections;

/// <summary>
/// Typed store of photos. The one that comes with the SDK keeps them encrypted among the records; a host with many puts an object store in its place.
/// </summary>
public interface IInspectionPhotoStore
{
    /// <summary>Reads one photo; null if there is none.</summary>
    ValueTask<InspectionPhoto?> FindAsync(AgencyId agency, InspectionPhotoId id, CancellationToken cancellationToken);

    /// <summary>All photos of an inspection.</summary>
    ValueTask<IReadOnlyList<InspectionPhoto>> ListAsync(AgencyId agency, InspectionId inspection, CancellationToken cancellationToken);

    /// <summary>Puts a photo into a batch, into a numbered place that no other photo of the inspection may take.</summary>
    void Stage(WriteBatch batch, InspectionPhoto photo, int place);
}
