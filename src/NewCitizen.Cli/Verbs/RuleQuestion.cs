using System.Text.Json;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Cli.Verbs;

/// <summary>Facts of one topic as a file states them.</summary>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Division">Division stated with them; null for none.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Place">Where it stands in the file, for errors.</param>
internal sealed record RuleQuestion(string Topic, DivisionCode? Division, JsonElement Facts, string Place)
{
    /// <summary>Reads an object, or an array of objects, with <c>topic</c>, <c>facts</c> and perhaps <c>division</c>.</summary>
    /// <exception cref="NewCitizenException">NC2972.</exception>
    public static IReadOnlyList<RuleQuestion> Read(Stream utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((item, i) => Of(item, $"$[{i}]"))]
                : [Of(document.RootElement, "$")];
        }
        catch (JsonException exception)
        {
            throw new NewCitizenException(RuleErrors.FactsUnreadable, exception, exception.Path ?? "$");
        }
    }

    /// <exception cref="NewCitizenException">NC2970, NC2972.</exception>
    public IReadOnlyList<Finding> Judge(RuleBook book, LocalDate day, DivisionCode? place)
    {
        var topic = book.FindTopic(Topic) ?? throw new NewCitizenException(RuleErrors.TopicUnknown, Topic);
        try
        {
            return topic.Judge(Facts, day, place ?? Division);
        }
        catch (JsonException exception)
        {
            throw new NewCitizenException(RuleErrors.FactsUnreadable, exception, Place + ".facts" + exception.Path?.TrimStart('$'));
        }
    }

    private static RuleQuestion Of(JsonElement item, string place)
    {
        if (item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty("topic", out var topic) || topic.ValueKind != JsonValueKind.String
            || !item.TryGetProperty("facts", out var facts) || facts.ValueKind != JsonValueKind.Object)
        {
            throw new NewCitizenException(RuleErrors.FactsUnreadable, place);
        }

        DivisionCode? division = null;
        if (item.TryGetProperty("division", out var stated) && stated.ValueKind != JsonValueKind.Null)
        {
            division = stated.ValueKind == JsonValueKind.String && DivisionCode.TryParse(stated.GetString(), out var code)
                ? code
                : throw new NewCitizenException(RuleErrors.FactsUnreadable, place + ".division");
        }

        return new(topic.GetString()!, division, facts.Clone(), place);
    }
}
