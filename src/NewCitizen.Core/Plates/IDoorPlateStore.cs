using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Storage;

namespace NewCitizen.Plates;

/// <summary>Typed store of door plates, written once on the kernel.</summary>
public interface IDoorPlateStore
{
    /// <summary>Reads one plate; null if there is none.</summary>
    ValueTask<DoorPlate?> FindAsync(AgencyId agency, DoorPlateId id, CancellationToken cancellationToken);

    /// <summary>The plate of a number, valid or not; null if there is none.</summary>
    ValueTask<DoorPlate?> FindByCodeAsync(AgencyId agency, PlateCode code, CancellationToken cancellationToken);

    /// <summary>The valid plate of a home; null if there is none.</summary>
    ValueTask<DoorPlate?> FindByHomeAsync(AgencyId agency, RentalPropertyId home, CancellationToken cancellationToken);

    /// <summary>Lists plates, valid or not, oldest first; of one home if given.</summary>
    ValueTask<Page<DoorPlate>> ListAsync(AgencyId agency, RentalPropertyId? home, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a plate into a batch.</summary>
    void Stage(WriteBatch batch, DoorPlate plate, ExpectedVersion expected);
}
