using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Rules;

/// <summary>All rules a host knows (规则库), for listing, explaining and judging by name.</summary>
public sealed class RuleBook
{
    /// <summary>Puts the topics together.</summary>
    /// <exception cref="ArgumentException">Two rules have one code, division and overlapping dates, or a code does not begin with its topic.</exception>
    public RuleBook(IEnumerable<RuleTopic> topics)
    {
        Topics = [.. topics];
        foreach (var topic in Topics)
        {
            if (topic.Rules.FirstOrDefault(rule => !rule.Code.StartsWith(topic.Name + ".", StringComparison.Ordinal)) is { } stray)
            {
                throw new ArgumentException($"Rule {stray.Code} is not of topic {topic.Name}.", nameof(topics));
            }
        }

        foreach (var versions in Rules.GroupBy(rule => (rule.Code, rule.Division)))
        {
            var ordered = versions.OrderBy(rule => rule.Since).ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                if (ordered[i - 1].Until is not { } until || until > ordered[i].Since)
                {
                    throw new ArgumentException($"Two versions of rule {versions.Key.Code} hold at once.", nameof(topics));
                }
            }
        }
    }

    /// <summary>The topics, in the order given.</summary>
    public IReadOnlyList<RuleTopic> Topics { get; }

    /// <summary>All rules of all topics.</summary>
    public IEnumerable<LegalRule> Rules => Topics.SelectMany(topic => topic.Rules);

    /// <summary>The topic of a name; null if there is none.</summary>
    public RuleTopic? FindTopic(string name) => Topics.FirstOrDefault(topic => string.Equals(topic.Name, name, StringComparison.Ordinal));

    /// <summary>All versions of a rule, oldest first; empty if no rule has the code.</summary>
    public IReadOnlyList<LegalRule> Find(string code) => [.. Rules.Where(rule => string.Equals(rule.Code, code, StringComparison.Ordinal)).OrderBy(rule => rule.Since)];

    /// <summary>The rules that hold on a day at a place.</summary>
    public IReadOnlyList<LegalRule> HoldingOn(LocalDate day, DivisionCode? place) => [.. Rules.Where(rule => rule.Holds(day, place))];
}
