namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Ends a stay (注销、退房).</summary>
/// <param name="Until">First day no longer there, Asia/Shanghai.</param>
public sealed record EndRequest(DateOnly Until);
