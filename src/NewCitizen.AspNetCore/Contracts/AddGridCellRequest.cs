namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Draws a grid cell (划分网格).</summary>
/// <param name="Code">1 to 20 letters, digits or hyphens.</param>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Addresses">Ids of addresses in it.</param>
/// <param name="Homes">Ids of homes whose addresses are in it.</param>
public sealed record AddGridCellRequest(string Code, string Name, IReadOnlyList<Guid>? Addresses = null, IReadOnlyList<Guid>? Homes = null);
