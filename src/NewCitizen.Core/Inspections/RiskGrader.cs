using NewCitizen.Divisions;
using NewCitizen.Inspections.Rules;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Grades homes by the rules of the topic <c>grade</c> (风险分级). Pure: the same facts on the same day give the same grade.</summary>
public sealed class RiskGrader
{
    private readonly RuleTopic<GradeFacts> _topic;

    /// <summary>Grades by the policies of a host.</summary>
    public RiskGrader(IReadOnlyList<GradePolicy> policies) => _topic = GradeTopic.Create(policies);

    /// <summary>Grades a home.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="on">The day, in Asia/Shanghai.</param>
    /// <param name="place">Division of the home; null when not known.</param>
    public GradeResult Assess(GradeFacts facts, LocalDate on, DivisionCode? place)
    {
        ArgumentNullException.ThrowIfNull(facts);

        // A city's own policy goes before one for wherever the host works.
        var findings = _topic.Judge(facts, on, place)
            .GroupBy(finding => finding.Rule.Code)
            .Select(versions => versions.MaxBy(finding => Depth(finding.Rule.Division))!)
            .ToArray();
        var lines = findings.Select(finding => new GradeFinding(finding, finding.Verdict == Verdict.Breached ? ((GradeRule)finding.Rule).PointsOf(facts) : 0)).ToArray();
        var policy = findings.Select(finding => ((GradeRule)finding.Rule).Policy).FirstOrDefault(own => own is not null);
        var missing = Named(Verdict.NotConfigured);
        if (policy is null)
        {
            missing = [.. missing.Prepend("gradePolicy")];
        }

        var points = lines.Sum(line => line.Points);
        RiskGrade? grade = missing.Length > 0 || policy is null
            ? null
            : points >= policy.RedFrom ? RiskGrade.Red : points >= policy.YellowFrom ? RiskGrade.Yellow : RiskGrade.Green;
        return new(grade, points, policy?.Version, lines, missing, Named(Verdict.Unknown));

        string[] Named(Verdict verdict) => [.. findings.Where(finding => finding.Verdict == verdict).SelectMany(finding => finding.Facts).Select(fact => fact.Name).Distinct(StringComparer.Ordinal)];
    }

    private static int Depth(DivisionCode? division) => division is { } code ? 1 + (int)code.Level : 0;
}
