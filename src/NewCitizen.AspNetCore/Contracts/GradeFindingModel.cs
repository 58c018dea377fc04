namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a grade (计分明细).</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Points">Its points.</param>
/// <param name="Facts">The facts it used; null values were not known.</param>
/// <param name="Cure">What would take the points away.</param>
public sealed record GradeFindingModel(string Rule, string Verdict, int Points, IReadOnlyDictionary<string, string?> Facts, string? Cure);
