using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Rules;

/// <summary>A field rules speak of, such as leases or permits (规则主题): its facts and its rules.</summary>
public abstract class RuleTopic
{
    /// <summary>Name in files and on the command line, such as <c>lease</c>; the part of the rule codes before the dot.</summary>
    public abstract string Name { get; }

    /// <summary>Its rules, in the order they are told; all dates and divisions.</summary>
    public abstract IReadOnlyList<LegalRule> Rules { get; }

    /// <summary>How facts are read from JSON; a schema can be made of it.</summary>
    public abstract JsonTypeInfo FactsType { get; }

    /// <summary>Judges facts read from JSON by every rule that holds on the day at the place.</summary>
    /// <param name="facts">A JSON object with the facts of this topic.</param>
    /// <param name="on">The day asked about, in Asia/Shanghai.</param>
    /// <param name="place">Division of the place; null when not known.</param>
    /// <exception cref="JsonException">The object is not what the topic asks for.</exception>
    public abstract IReadOnlyList<Finding> Judge(JsonElement facts, LocalDate on, DivisionCode? place);
}
