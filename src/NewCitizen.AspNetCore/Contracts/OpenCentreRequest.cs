namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Opens a centre on some days, or changes their hours (临时加开).</summary>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="Until">Last day.</param>
/// <param name="Periods">When it is open.</param>
/// <param name="Reason">Shown to the public, 1 to 200 characters.</param>
public sealed record OpenCentreRequest(DateOnly From, DateOnly Until, IReadOnlyList<PeriodModel> Periods, string Reason);
