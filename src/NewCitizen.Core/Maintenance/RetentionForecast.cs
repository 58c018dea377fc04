using NewCitizen.Errors;

namespace NewCitizen.Maintenance;

/// <summary>What retention would erase now (试算).</summary>
/// <param name="Figures">A line a rule with a period and agency.</param>
/// <param name="Warnings">NC3350 for each rule without a period; NC3354 if no agency is named.</param>
public sealed record RetentionForecast(IReadOnlyList<RetentionFigure> Figures, IReadOnlyList<Issue> Warnings);
