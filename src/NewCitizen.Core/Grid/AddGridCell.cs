using NewCitizen.Addresses;
using NewCitizen.Housing;

namespace NewCitizen.Grid;

/// <summary>Command: draw a grid cell (划分网格).</summary>
/// <param name="Code">Code people see: 1 to 20 letters, digits or hyphens.</param>
/// <param name="Name">Name, 1 to 60 characters.</param>
/// <param name="Addresses">Addresses in it.</param>
/// <param name="Properties">Homes whose addresses are in it.</param>
public sealed record AddGridCell(string Code, string Name, IReadOnlyList<StandardAddressId> Addresses, IReadOnlyList<RentalPropertyId> Properties);
