using NewCitizen.Housing.Registers;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a house register (住宿登记簿).</summary>
/// <param name="OccupancyId">The stay.</param>
/// <param name="ResidentId">Whose file.</param>
/// <param name="MaskedName">The name, masked; absent where the file is gone.</param>
/// <param name="Room">Number of the room.</param>
/// <param name="Bed">Which bed.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there; absent while it goes on.</param>
public sealed record RegisterLineModel(Guid OccupancyId, Guid ResidentId, string? MaskedName, string? Room, string? Bed, DateOnly Since, DateOnly? Until)
{
    internal static RegisterLineModel Of(RegisterLine line) =>
        new(line.Stay.Value, line.Resident.Value, line.MaskedName, line.Room, line.Bed, line.Since.ToDateOnly(), line.Until?.ToDateOnly());
}
