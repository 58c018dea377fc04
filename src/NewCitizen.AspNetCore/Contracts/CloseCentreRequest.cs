namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Closes a centre on some days (临时停办).</summary>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="Until">Last day.</param>
/// <param name="Reason">Shown to the public, 1 to 200 characters.</param>
public sealed record CloseCentreRequest(DateOnly From, DateOnly Until, string Reason);
