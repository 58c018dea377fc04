using NewCitizen.Rules;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What a rule of law said (判定结果).</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="Verdict"><c>met</c>, <c>breached</c>, <c>notApplicable</c>, <c>notConfigured</c> or <c>unknown</c>.</param>
/// <param name="Sources">Title and article.</param>
/// <param name="Facts">The facts it used.</param>
/// <param name="Cure">What would put it right, in Chinese.</param>
/// <param name="EnglishCure">The same in English.</param>
public sealed record FindingModel(
    string Rule, string Name, string EnglishName, string Verdict, IReadOnlyList<string> Sources, IReadOnlyDictionary<string, string?> Facts, string? Cure, string? EnglishCure)
{
    internal static FindingModel Of(Finding own) => new(
        own.Rule.Code,
        own.Rule.ChineseName,
        own.Rule.EnglishName,
        WireName.Of(own.Verdict),
        [.. own.Rule.Sources.Select(source => source.ToString())],
        own.Facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal),
        own.Cure?.Chinese,
        own.Cure?.English);
}
