using NewCitizen.Rules;

namespace NewCitizen.Inspections;

/// <summary>One line of a grade: what a rule found, and its points (计分明细).</summary>
/// <param name="Finding">The rule, its facts and what would cure it.</param>
/// <param name="Points">Points, from 0.</param>
public sealed record GradeFinding(Finding Finding, int Points);
