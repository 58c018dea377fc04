namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A row of a code table (代码项).</summary>
/// <param name="Code">The code.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force.</param>
/// <param name="ReplacedBy">The code that took over.</param>
public sealed record CodeEntryModel(string Code, string Zh, string En, DateOnly? ValidFrom, DateOnly? ValidTo, string? ReplacedBy);
