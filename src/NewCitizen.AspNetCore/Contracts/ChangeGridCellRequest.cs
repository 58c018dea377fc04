namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Gives a cell another name or other addresses (调整网格).</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Addresses">Ids of all addresses in it from now on.</param>
public sealed record ChangeGridCellRequest(string Name, IReadOnlyList<Guid> Addresses);
