using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Permits;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Core.Tests.Rules;

/// <summary>
/// The table of rules and the schemas of their facts are made from the code and compared with the files in <c>docs</c>; with NEWCITIZEN_WRITE_DOCS=1 they are
/// written instead.
/// </summary>
public sealed class RuleTableTests
{
    private static readonly RuleBook s_book = new ServiceCollection().AddNewCitizen().Services.BuildServiceProvider().GetRequiredService<RuleBook>();
    private static readonly bool s_write = Environment.GetEnvironmentVariable("NEWCITIZEN_WRITE_DOCS") == "1";

    [Fact]
    public void RulesTable_Docs_AreWhatTheCodeSays() => Same("docs/rules.md", Table());

    [Fact]
    public void FactsSchemas_Docs_AreWhatTheCodeReads()
    {
        foreach (var topic in s_book.Topics)
        {
            Same($"docs/rules/{topic.Name}-facts.schema.json", Schema(topic.FactsType, $"Facts of the topic '{topic.Name}'"));
        }

        Same("docs/rules/permit-trace.schema.json", Schema(PermitLifeJson.Default.PermitLifeFile, "One life of a residence permit, for 'newcitizen permit trace'"));
    }

    [Fact]
    public void Articles_VerifiedOnes_AreRulesOrLeftOutWithAReason()
    {
        var cited = s_book.Rules.SelectMany(rule => rule.Sources).Select(source => (source.Statute.Key, Article: ArticleOf(source.Article))).ToHashSet();
        foreach (var article in LawArticle.All.Where(article => s_book.FindTopic(article.Topic) is not null))
        {
            var isRule = cited.Contains((article.Statute, article.Article));
            Assert.True(isRule != article.IsLeftOut, $"{article.Statute} {article.Article}: {(isRule ? "is a rule and has a reason to be left out" : "is neither a rule nor left out with a reason")}");
        }

        Assert.Equal(LawArticle.All.Count, LawArticle.All.Select(article => (article.Statute, article.Article)).Distinct().Count());
    }

    [Fact]
    public void Rules_AllOfThem_HaveNamesSourcesAndDates() => Assert.All(s_book.Rules, rule =>
    {
        Assert.NotEmpty(rule.Sources);
        Assert.False(string.IsNullOrWhiteSpace(rule.ChineseName) || string.IsNullOrWhiteSpace(rule.EnglishName), rule.Code);
        Assert.Matches("^[a-z]+\\.[a-z0-9-]+$", rule.Code);
        Assert.True(rule.Until is null || rule.Since < rule.Until, rule.Code);
    });

    private static string Table()
    {
        var text = new StringBuilder("""
            # Rules of law

            Made from the code by a test (`RuleTableTests`); do not edit. A rule that changed has a line for each version. "Vectors" are the hand-worked ones in
            `tests/NewCitizen.Core.Tests/Rules/Vectors`. What a rule says of some facts: `newcitizen rules evaluate`; the form of the facts: `docs/rules/TOPIC-facts.schema.json`.
            Marks such as 指南 in a source mean that the official text was not found.

            """.ReplaceLineEndings("\n"));
        foreach (var topic in s_book.Topics.OrderBy(topic => topic.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {topic.Name}\n\n| Code | 名称 | Name | Source | In force | Division | Binds | Vectors |\n|---|---|---|---|---|---|---|---:|\n");
            foreach (var rule in topic.Rules)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{rule.Code}` | {rule.ChineseName} | {rule.EnglishName} | {string.Join("；", rule.Sources)} | {rule.Since:uuuu-MM-dd} to {(rule.Until is { } until ? until.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "now")} | {rule.Division?.ToString() ?? "national"} | {rule.Binds} | {RuleVector.CountOf(rule.Code)} |\n");
            }
        }

        text.Append("\n## Articles that bind somebody and are left out\n\n| Source | Article | What it says | Why it is no rule |\n|---|---|---|---|\n");
        foreach (var article in LawArticle.All.Where(article => article.IsLeftOut))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {article.Title} | {article.Article} | {article.Says} | {article.Reason} |\n");
        }

        return text.ToString();
    }

    private static string Schema(System.Text.Json.Serialization.Metadata.JsonTypeInfo type, string title)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
                (context.PropertyInfo?.PropertyType ?? context.TypeInfo.Type) is var read && read == typeof(LocalDate) ? new JsonObject { ["type"] = "string", ["format"] = "date" }
                : read == typeof(LocalDate?) ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date" }
                : read == typeof(LocalDateTime?) ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["pattern"] = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}" }
                : node,
        };
        var schema = type.GetJsonSchemaAsNode(options).AsObject();
        TellDates(schema);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = type.Options.TypeInfoResolver }) + "\n";
    }

    // The exporter forgets what a type with a converter of its own is where a parameter has a default. Dates are the only such types.
    private static void TellDates(JsonNode? node)
    {
        if (node is JsonObject { Count: 1 } open && open.ContainsKey("default"))
        {
            open.Insert(0, "type", new JsonArray("string", "null"));
            open.Insert(1, "format", "date");
        }

        foreach (var child in node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] })
        {
            TellDates(child);
        }
    }

    // 第九条第六款 is a part of 第九条.
    private static string ArticleOf(string article) => article.IndexOf('条', StringComparison.Ordinal) is var end && end >= 0 ? article[..(end + 1)] : article;

    private static void Same(string path, string text)
    {
        var file = Path.Combine(LawArticle.Root, path);
        if (s_write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null);
    }
}
