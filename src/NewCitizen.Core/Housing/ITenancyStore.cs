using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>Typed store of leases and stays, written once on the kernel.</summary>
public interface ITenancyStore
{
    /// <summary>Reads one lease; null if there is none.</summary>
    ValueTask<Lease?> FindLeaseAsync(AgencyId agency, LeaseId id, CancellationToken cancellationToken);

    /// <summary>Lists the leases of a property, newest first.</summary>
    ValueTask<Page<Lease>> ListLeasesAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Reads one stay; null if there is none.</summary>
    ValueTask<Occupancy?> FindOccupancyAsync(AgencyId agency, OccupancyId id, CancellationToken cancellationToken);

    /// <summary>Lists the stays in a property, ended ones too, newest first.</summary>
    ValueTask<Page<Occupancy>> ListByPropertyAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists a person's stays, newest first.</summary>
    ValueTask<Page<Occupancy>> ListByResidentAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the stays in a room, ended ones too, newest first.</summary>
    ValueTask<Page<Occupancy>> ListByRoomAsync(AgencyId agency, RoomId room, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a lease into a batch.</summary>
    void Stage(WriteBatch batch, Lease lease, ExpectedVersion expected);

    /// <summary>Puts a stay into a batch.</summary>
    void Stage(WriteBatch batch, Occupancy occupancy, ExpectedVersion expected);
}
