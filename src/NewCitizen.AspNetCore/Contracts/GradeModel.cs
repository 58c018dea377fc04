using NewCitizen.Inspections;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A risk grade with everything it rests on (风险分级).</summary>
/// <param name="Grade"><c>green</c>, <c>yellow</c> or <c>red</c>; absent while numbers are not configured.</param>
/// <param name="Points">Sum of the points.</param>
/// <param name="PolicyVersion">Version of the numbers.</param>
/// <param name="Findings">Every rule that was asked.</param>
/// <param name="NotConfigured">What is not configured.</param>
/// <param name="NotKnown">Facts that were not known.</param>
public sealed record GradeModel(
    string? Grade, int Points, string? PolicyVersion, IReadOnlyList<GradeFindingModel> Findings, IReadOnlyList<string> NotConfigured, IReadOnlyList<string> NotKnown)
{
    internal static GradeModel Of(GradeResult result) => new(
        result.Grade is { } grade ? WireName.Of(grade) : null,
        result.Points,
        result.PolicyVersion,
        [.. result.Findings.Select(line => new GradeFindingModel(line.Finding.Rule.Code, WireName.Of(line.Finding.Verdict), line.Points, line.Finding.Facts.ToDictionary(fact => fact.Name, fact => fact.Value), line.Finding.Cure?.Text()))],
        result.NotConfigured,
        result.NotKnown);
}
