using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>Reads the schema file itself and checks in the plainest way: the other opinion on the keywords of the profile.</summary>
internal static class NaiveValidator
{
    private static readonly string[] s_valueKeywords = ["type", "maxLength", "minLength", "pattern", "format", "enum", "const", "minimum", "maximum"];

    public static IEnumerable<(string Pointer, string Keyword)> Validate(JsonElement schema, JsonElement value, string pointer = "")
    {
        if (schema.TryGetProperty("oneOf", out var shapes) && value.ValueKind == JsonValueKind.Object)
        {
            var shape = shapes.EnumerateArray().Where(candidate =>
                value.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.String
                && op.GetString() == candidate.GetProperty("properties").GetProperty("op").GetProperty("const").GetString()).ToList();
            return shape.Count == 1 ? Validate(shape[0], value, pointer) : [(pointer, "discriminator")];
        }

        var found = Keywords(schema, value).ToList();
        var first = s_valueKeywords.FirstOrDefault(found.Contains);
        var own = found.Where(keyword => !s_valueKeywords.Contains(keyword)).Concat(first is null ? [] : [first]).Select(keyword => (pointer, keyword));
        return first == "type" ? [(pointer, "type")] : own.Concat(Children(schema, value, pointer));
    }

    private static IEnumerable<(string, string)> Children(JsonElement schema, JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            return [.. value.EnumerateArray().SelectMany(item => Validate(schema.GetProperty("items"), item, $"{pointer}/{index++}"))];
        }

        return value.ValueKind != JsonValueKind.Object
            ? []
            : [.. value.EnumerateObject().Where(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)).SelectMany(member =>
                Validate(schema.GetProperty("properties").GetProperty(member.Name), member.Value, $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"))];
    }

    private static IEnumerable<string> Keywords(JsonElement schema, JsonElement value)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var limit = keyword.Value.ValueKind == JsonValueKind.Number ? keyword.Value.GetDouble() : 0;
            var failures = (keyword.Name, value.ValueKind) switch
            {
                ("type", _) => IsType(keyword.Value.GetString()!, value) ? 0 : 1,
                ("required", JsonValueKind.Object) => keyword.Value.EnumerateArray().Count(name => !value.TryGetProperty(name.GetString()!, out _)),
                ("additionalProperties", JsonValueKind.Object) => value.EnumerateObject().Count(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
                ("minProperties", JsonValueKind.Object) => value.EnumerateObject().Count() < limit ? 1 : 0,
                ("maxProperties", JsonValueKind.Object) => value.EnumerateObject().Count() > limit ? 1 : 0,
                ("minItems", JsonValueKind.Array) => value.GetArrayLength() < limit ? 1 : 0,
                ("maxItems", JsonValueKind.Array) => value.GetArrayLength() > limit ? 1 : 0,
                ("minLength", JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count() < limit ? 1 : 0,
                ("maxLength", JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count() > limit ? 1 : 0,
                ("pattern", JsonValueKind.String) => Regex.IsMatch(value.GetString()!, keyword.Value.GetString()![..^1] + "\\z", RegexOptions.None, TimeSpan.FromSeconds(5)) ? 0 : 1,
                ("format", JsonValueKind.String) => IsFormat(keyword.Value.GetString()!, value.GetString()!) ? 0 : 1,
                ("enum", JsonValueKind.String) => keyword.Value.EnumerateArray().Any(one => one.GetString() == value.GetString()) ? 0 : 1,
                ("const", JsonValueKind.String) => keyword.Value.GetString() == value.GetString() ? 0 : 1,
                ("minimum", JsonValueKind.Number) => value.GetDouble() < limit ? 1 : 0,
                ("maximum", JsonValueKind.Number) => value.GetDouble() > limit ? 1 : 0,
                _ => 0,
            };
            for (var i = 0; i < failures; i++)
            {
                yield return keyword.Name;
            }
        }
    }

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static bool IsFormat(string format, string text) => format == "date"
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);
}
