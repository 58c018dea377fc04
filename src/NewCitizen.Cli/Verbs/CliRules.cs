using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Cli.Verbs;

/// <summary>How rules and findings are written, as text and as JSON lines.</summary>
internal static class CliRules
{
    /// <summary>All rules, without any city's own settings: those are a host's.</summary>
    public static RuleBook Book()
    {
        using var services = new ServiceCollection().AddNewCitizen().Services.BuildServiceProvider();
        return services.GetRequiredService<RuleBook>();
    }

    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static void WriteRule(CliContext context, LegalRule rule, bool json)
    {
        var output = context.Terminal.Out;
        if (json)
        {
            JsonLine.Write(output, members => Rule(members, rule));
            return;
        }

        output.WriteLine(string.Join('\t', rule.Code, Name(context, rule), string.Join('；', rule.Sources), Dates(rule), rule.Division?.ToString() ?? "-", rule.Binds));
    }

    public static void Explain(CliContext context, LegalRule rule, bool json)
    {
        if (json)
        {
            WriteRule(context, rule, json: true);
            return;
        }

        var output = context.Terminal.Out;
        output.WriteLine($"{rule.Code}: {rule.ChineseName} ({rule.EnglishName})");
        foreach (var source in rule.Sources)
        {
            output.WriteLine($"  {context.Say("出处", "source")}: {source}{(source.Statute.Number is { } number ? $"（{number}）" : string.Empty)}, {source.Statute.EnglishName}");
        }

        output.WriteLine($"  {context.Say("施行", "in force")}: {Dates(rule)}");
        output.WriteLine($"  {context.Say("地域", "division")}: {rule.Division?.ToString() ?? context.Say("全国", "the whole country")}");
        output.WriteLine($"  {context.Say("义务主体", "binds")}: {rule.Binds}");
    }

    public static void WriteFinding(CliContext context, Finding finding, LocalDate day, bool json)
    {
        var output = context.Terminal.Out;
        if (json)
        {
            JsonLine.Write(output, members => Members(members, finding, day));
            return;
        }

        output.WriteLine($"{Iso(day)} {finding.Rule.Code}: {finding.Verdict} · {Name(context, finding.Rule)} · {string.Join('；', finding.Rule.Sources)}");
        foreach (var fact in finding.Facts)
        {
            output.WriteLine($"  {fact.Name} = {fact.Value ?? context.Say("不明", "not known")}");
        }

        if (finding.Cure is { } cure) output.WriteLine($"  → {cure.Text(context.Culture)}");
    }

    public static void Members(Utf8JsonWriter members, Finding finding, LocalDate day)
    {
        members.WriteString("on", Iso(day));
        members.WriteString("rule", finding.Rule.Code);
        members.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(finding.Verdict.ToString()));
        members.WriteStartArray("sources");
        foreach (var source in finding.Rule.Sources) members.WriteStringValue(source.ToString());
        members.WriteEndArray();
        members.WriteStartObject("facts");
        foreach (var fact in finding.Facts) members.WriteString(fact.Name, fact.Value);
        members.WriteEndObject();
        if (finding.Cure is not { } cure) return;
        members.WriteStartObject("cure");
        members.WriteString("zh", cure.Chinese);
        members.WriteString("en", cure.English);
        members.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter members, LegalRule rule)
    {
        members.WriteString("rule", rule.Code);
        members.WriteString("zh", rule.ChineseName);
        members.WriteString("en", rule.EnglishName);
        members.WriteStartArray("sources");
        foreach (var source in rule.Sources)
        {
            members.WriteStartObject();
            members.WriteString("statute", source.Statute.Key);
            members.WriteString("title", source.Statute.ChineseName);
            members.WriteString("number", source.Statute.Number);
            members.WriteString("article", source.Article);
            members.WriteEndObject();
        }

        members.WriteEndArray();
        members.WriteString("since", Iso(rule.Since));
        members.WriteString("until", rule.Until is { } until ? Iso(until) : null);
        members.WriteString("division", rule.Division?.ToString());
        members.WriteString("binds", JsonNamingPolicy.CamelCase.ConvertName(rule.Binds.ToString()));
    }

    private static string Name(CliContext context, LegalRule rule) => context.Say(rule.ChineseName, rule.EnglishName);

    private static string Dates(LegalRule rule) => $"{Iso(rule.Since)}..{(rule.Until is { } until ? Iso(until) : string.Empty)}";
}
