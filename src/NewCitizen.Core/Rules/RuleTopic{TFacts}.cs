using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Rules;

/// <summary>The rules of one kind of facts.</summary>
/// <typeparam name="TFacts">The facts.</typeparam>
/// <param name="name">Name of the topic.</param>
/// <param name="json">How the facts are read from JSON.</param>
/// <param name="rules">The rules, in the order they are told.</param>
public sealed class RuleTopic<TFacts>(string name, JsonTypeInfo<TFacts> json, IReadOnlyList<LegalRule<TFacts>> rules) : RuleTopic
    where TFacts : class
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override IReadOnlyList<LegalRule> Rules => rules;

    /// <inheritdoc/>
    public override JsonTypeInfo FactsType => json;

    /// <summary>Judges facts by every rule that holds on the day at the place.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="on">The day asked about, in Asia/Shanghai.</param>
    /// <param name="place">Division of the place; null when not known: only rules of the whole country are asked.</param>
    public IReadOnlyList<Finding> Judge(TFacts facts, LocalDate on, DivisionCode? place)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new List<Finding>(rules.Count);
        foreach (var rule in rules)
        {
            if (rule.Holds(on, place))
            {
                findings.Add(rule.Judge(facts, on));
            }
        }

        return findings;
    }

    /// <summary>What held on one day beside what holds on another: the same facts by the rules of two dates.</summary>
    /// <returns>One line a rule code that holds on either day, in the order of the rules.</returns>
    public IReadOnlyList<FindingPair> Compare(TFacts facts, LocalDate earlier, LocalDate later, DivisionCode? place)
    {
        var first = Judge(facts, earlier, place);
        var second = Judge(facts, later, place);
        var codes = first.Concat(second).Select(finding => finding.Rule.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rules.Select(rule => rule.Code).Distinct(StringComparer.Ordinal).Where(codes.Contains)
                .Select(code => new FindingPair(code, Of(first, code), Of(second, code))),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Judge(JsonElement facts, LocalDate on, DivisionCode? place) =>
        Judge(facts.Deserialize(json) ?? throw new JsonException("The facts are null."), on, place);

    private static Finding? Of(IReadOnlyList<Finding> findings, string code) => findings.FirstOrDefault(finding => string.Equals(finding.Rule.Code, code, StringComparison.Ordinal));
}
