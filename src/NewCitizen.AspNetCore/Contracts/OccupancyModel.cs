using NewCitizen.Housing;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Who lives in a room or bed (入住).</summary>
/// <param name="Id">Identifies the stay.</param>
/// <param name="ResidentId">Who.</param>
/// <param name="MaskedName">The person's name, masked; absent where the file is gone.</param>
/// <param name="RoomId">Where.</param>
/// <param name="Bed">Which bed.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there; absent while it goes on.</param>
public sealed record OccupancyModel(Guid Id, Guid ResidentId, string? MaskedName, Guid RoomId, string? Bed, DateOnly Since, DateOnly? Until)
{
    internal static OccupancyModel Of(Occupancy stay, string? maskedName) =>
        new(stay.Id.Value, stay.Resident.Value, maskedName, stay.Room.Value, stay.Bed, stay.Since.ToDateOnly(), stay.Until?.ToDateOnly());
}
