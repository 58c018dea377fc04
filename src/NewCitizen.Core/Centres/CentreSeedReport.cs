using NewCitizen.Services;

namespace NewCitizen.Centres;

/// <summary>What a data file of centres brought.</summary>
/// <param name="ItemsAdded">How many items were added; the others were there already and stay as they are.</param>
/// <param name="CentresAdded">How many centres were added, likewise.</param>
/// <param name="Items">Every item of the file by its code.</param>
/// <param name="Centres">Every centre of the file by its code.</param>
public sealed record CentreSeedReport(
    int ItemsAdded, int CentresAdded, IReadOnlyDictionary<string, ServiceItemId> Items, IReadOnlyDictionary<string, ServiceCentreId> Centres);
