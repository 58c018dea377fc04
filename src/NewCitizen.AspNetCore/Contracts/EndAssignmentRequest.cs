namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Ends a worker's responsibility for a cell.</summary>
/// <param name="WorkerId">Who.</param>
/// <param name="Until">First day no longer.</param>
public sealed record EndAssignmentRequest(Guid WorkerId, DateOnly Until);
