namespace NewCitizen.Inspections;

/// <summary>One question of a checklist (检查项).</summary>
/// <param name="Code">Code, 1 to 40 characters of a–z, 0–9 and -.</param>
/// <param name="Chinese">What has to be so, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Severity">How bad it is when it is not so.</param>
/// <param name="Basis">Where it is written, as the office cites it; null if nowhere.</param>
public sealed record InspectionItem(string Code, string Chinese, string English, HazardSeverity Severity, string? Basis);
