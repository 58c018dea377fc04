using NewCitizen.Housing;
using NewCitizen.Residents;

namespace NewCitizen.Plates;

/// <summary>Who looks at a plate, as the host has established it (查看人).</summary>
/// <param name="Role">As whom.</param>
/// <param name="Self">A tenant's own file; null for others.</param>
/// <param name="Homes">The homes a landlord lets; null for others.</param>
public sealed record PlateViewer(PlateRole Role, ResidentId? Self = null, IReadOnlyList<RentalPropertyId>? Homes = null)
{
    /// <summary>Anybody.</summary>
    public static PlateViewer Anybody { get; } = new(PlateRole.Public);

    /// <summary>The role.</summary>
    public override string ToString() => Role.ToString();
}
