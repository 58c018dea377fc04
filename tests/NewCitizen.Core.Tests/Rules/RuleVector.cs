using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NewCitizen.Divisions;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Core.Tests.Rules;

/// <summary>One hand-worked vector of a file a lawyer can read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="On">The day.</param>
/// <param name="Place">The division; null for none.</param>
/// <param name="Facts">The facts as JSON.</param>
/// <param name="Expected">The verdict.</param>
/// <param name="Results">What the finding must state besides.</param>
public sealed record RuleVector(string Id, string Rule, LocalDate On, DivisionCode? Place, JsonObject Facts, string Expected, IReadOnlyList<KeyValuePair<string, string>> Results)
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Rules", "Vectors");

    private static readonly Dictionary<string, int> s_counts = Directory.EnumerateFiles(s_directory, "*.csv")
        .SelectMany(path => File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => Split(line)[1]))
        .CountBy(rule => rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<RuleVector> Permits { get; } = [.. Read(Path.Combine(s_directory, "permit.csv"))];

    /// <summary>How many vectors of all topics' files are about a rule.</summary>
    public static int CountOf(string rule) => s_counts.GetValueOrDefault(rule);

    public override string ToString() => Id;

    private static IEnumerable<RuleVector> Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Split).ToArray();
        Assert.Equal(["id", "rule", "on", "division", "facts", "expected", "because"], lines[0]);
        foreach (var cells in lines.Skip(1))
        {
            Assert.Equal(7, cells.Count);
            var expected = cells[5].Split(':', 2);
            yield return new(
                cells[0],
                cells[1],
                LocalDatePattern.Iso.Parse(cells[2]).GetValueOrThrow(),
                cells[3].Length == 0 ? null : DivisionCode.Parse(cells[3]),
                FactsOf(cells[4]),
                expected[0].Trim(),
                expected.Length == 1 ? [] : [.. expected[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pair)]);
        }
    }

    // "lastDay=2026-03-16", or the bare value where only one date can be meant.
    private static KeyValuePair<string, string> Pair(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 1 ? new(string.Empty, parts[0].Trim()) : new(parts[0].Trim(), parts[1].Trim());
    }

    private static JsonObject FactsOf(string text)
    {
        if (text.StartsWith('{'))
        {
            return JsonNode.Parse(text)!.AsObject();
        }

        var facts = new JsonObject();
        foreach (var pair in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pair))
        {
            facts[pair.Key] = pair is { Key: "stays", Value: [not '[', ..] } ? new JsonArray(ValueOf(pair.Value)) : ValueOf(pair.Value);
        }

        return facts;
    }

    private static JsonNode ValueOf(string text)
    {
        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            return new JsonArray([.. text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ValueOf)]);
        }

        // A stay: since..until@registeredOn; what is not there is open.
        var stay = text.Split("..", 2);
        if (stay.Length == 2)
        {
            var rest = stay[1].Split('@', 2);
            var read = new JsonObject { ["since"] = stay[0] };
            if (rest[0].Length > 0) read["until"] = rest[0];
            if (rest.Length == 2) read["registeredOn"] = rest[1];
            return read;
        }

        return text is "true" or "false" ? JsonValue.Create(text == "true")
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !IsCode(text) ? JsonValue.Create(number)
            : JsonValue.Create(text);

        // Six digits are a division, not a quantity.
        static bool IsCode(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (quoted || cell.Length == 0))
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append(line[i++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
