using NewCitizen.Housing;

namespace Portal.Forms;

/// <summary>A bed, or a person's place in a room without beds.</summary>
public sealed record PlaceView(string? Bed, Occupancy? Stay, string? MaskedName);
