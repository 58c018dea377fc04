namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Who is responsible for a cell (网格责任人).</summary>
/// <param name="WorkerId">Who.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer; absent while it goes on.</param>
public sealed record GridAssignmentModel(Guid WorkerId, DateOnly Since, DateOnly? Until = null);
