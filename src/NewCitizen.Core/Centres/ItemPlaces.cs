using NewCitizen.Services;

namespace NewCitizen.Centres;

/// <summary>Most places of a slot one item may take (事项限额).</summary>
/// <param name="Item">The item.</param>
/// <param name="Places">Most places, from 1.</param>
public sealed record ItemPlaces(ServiceItemId Item, int Places);
