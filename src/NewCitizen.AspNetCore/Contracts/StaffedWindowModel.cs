namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A window and when it is staffed on a day.</summary>
/// <param name="Code">Label.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Periods">When it is staffed.</param>
public sealed record StaffedWindowModel(string Code, string Name, IReadOnlyList<PeriodModel> Periods);
