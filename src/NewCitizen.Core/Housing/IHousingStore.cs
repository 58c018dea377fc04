using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>Typed store of rental properties and their rooms, written once on the kernel.</summary>
public interface IHousingStore
{
    /// <summary>Reads one property; null if there is none.</summary>
    ValueTask<RentalProperty?> FindPropertyAsync(AgencyId agency, RentalPropertyId id, CancellationToken cancellationToken);

    /// <summary>Lists properties, newest first; at one address if given.</summary>
    ValueTask<Page<RentalProperty>> ListPropertiesAsync(AgencyId agency, StandardAddressId? address, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Reads one room; null if there is none.</summary>
    ValueTask<Room?> FindRoomAsync(AgencyId agency, RoomId id, CancellationToken cancellationToken);

    /// <summary>Lists the rooms of a property, oldest first.</summary>
    ValueTask<Page<Room>> ListRoomsAsync(AgencyId agency, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a property into a batch.</summary>
    void Stage(WriteBatch batch, RentalProperty property, ExpectedVersion expected);

    /// <summary>Puts a room into a batch.</summary>
    void Stage(WriteBatch batch, Room room, ExpectedVersion expected);
}
