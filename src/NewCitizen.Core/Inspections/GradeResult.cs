namespace NewCitizen.Inspections;

/// <summary>A grade with everything it rests on (分级结果).</summary>
/// <param name="Grade">The grade; null while the numbers are not configured.</param>
/// <param name="Points">Sum of the points.</param>
/// <param name="PolicyVersion">Version of the policy; null if none holds.</param>
/// <param name="Findings">Every rule that was asked, in the order of the rules.</param>
/// <param name="NotConfigured">Names of what is not configured.</param>
/// <param name="NotKnown">Names of facts that were not known; they gave no points.</param>
public sealed record GradeResult(
    RiskGrade? Grade, int Points, string? PolicyVersion, IReadOnlyList<GradeFinding> Findings, IReadOnlyList<string> NotConfigured, IReadOnlyList<string> NotKnown)
{
    /// <summary>Grade and points.</summary>
    public override string ToString() => $"{Grade?.ToString() ?? "NotConfigured"} ({Points})";
}
