using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Divisions;
using NewCitizen.Permits;
using NewCitizen.Permits.Rules;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>permit</c>: one life of a residence permit, event by event.</summary>
internal static class PermitVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("file") { Description = context.Say("JSON 文件，见 docs/rules/permit-trace.schema.json；- 为标准输入", "a JSON file, see docs/rules/permit-trace.schema.json; - for standard input") };
        var on = new Option<string>("--on") { Description = context.Say("所问日期", "the day asked about"), HelpName = "DATE", Required = true };
        var json = CliOptions.Json(context);
        var trace = new Command("trace", context.Say(
            "逐个事件推演一张居住证：资格、状态、年限、下次签注期，各附所依规则。有事件不能发生时退出码 1。\n示例：newcitizen permit trace life.json --on 2026-06-01",
            "Go through the life of a residence permit event by event: eligibility, state, year count, next window, each with its rule. Exit code 1 when an event could not be.\nExample: newcitizen permit trace life.json --on 2026-06-01"))
        {
            file, on, json,
        };
        trace.SetAction((parsed, _) => Task.FromResult(Run(context, parsed.GetRequiredValue(file), RulesVerb.DateOf(parsed.GetRequiredValue(on)), parsed.GetValue(json))));
        return new Command("permit", context.Say("居住证推演", "residence permits")) { trace };
    }

    private static int Run(CliContext context, string path, LocalDate day, bool json)
    {
        using var input = path is "-" ? context.Terminal.OpenInput() : CliFiles.OpenRead(path);
        var file = PermitLifeFile.Read(input);
        var place = file.ToDivision();
        var traced = PermitLife.Trace(file.ToEvents(), day);
        var topic = (RuleTopic<PermitFacts>)CliRules.Book().FindTopic(PermitTopic.Name)!;
        var eligibility = file.Facts is { } facts ? PermitEligibility.Assess(topic, PermitPolicies.None, facts, day, place) : null;
        if (json)
        {
            JsonLine.Write(context.Terminal.Out, members => Write(members, traced, eligibility, day));
        }
        else
        {
            Tell(context, traced, eligibility, day, place);
        }

        return traced.Lines.Any(line => line.Refusal is not null) ? ExitCodes.Refused : ExitCodes.Good;
    }

    private static void Tell(CliContext context, PermitTrace traced, PermitEligibility? eligibility, LocalDate day, DivisionCode? place)
    {
        var output = context.Terminal.Out;
        if (eligibility is not null)
        {
            output.WriteLine($"{context.Say("申领资格", "eligible")} ({place?.ToString() ?? "-"}): {(eligibility.IsEligible ? context.Say("符合", "yes") : context.Say("不符合", "no"))}");
            foreach (var finding in eligibility.Conditions) CliRules.WriteFinding(context, finding, day, json: false);
        }

        foreach (var line in traced.Lines)
        {
            output.WriteLine($"{CliRules.Iso(line.On)} {Name(line.Act)} → {State(line.State)} [{line.Rule ?? "-"}]{(line.Refusal is { } refusal ? $" {refusal.Code}: {refusal.Message(context.Culture)}" : string.Empty)}");
        }

        foreach (var (name, value, rule) in Answers(traced.Standing))
        {
            output.WriteLine($"{name}: {value ?? "-"} [{rule}]");
        }
    }

    private static void Write(Utf8JsonWriter members, PermitTrace traced, PermitEligibility? eligibility, LocalDate day)
    {
        members.WriteString("on", CliRules.Iso(day));
        if (eligibility is not null)
        {
            members.WriteBoolean("eligible", eligibility.IsEligible);
            members.WriteStartArray("conditions");
            foreach (var finding in eligibility.Conditions)
            {
                members.WriteStartObject();
                CliRules.Members(members, finding, day);
                members.WriteEndObject();
            }

            members.WriteEndArray();
        }

        members.WriteStartArray("events");
        foreach (var line in traced.Lines)
        {
            members.WriteStartObject();
            members.WriteString("on", CliRules.Iso(line.On));
            members.WriteString("act", Name(line.Act));
            members.WriteString("state", State(line.State));
            members.WriteString("refused", line.Refusal?.Code.Value);
            members.WriteString("rule", line.Rule);
            members.WriteEndObject();
        }

        members.WriteEndArray();
        foreach (var (name, value, rule) in Answers(traced.Standing))
        {
            members.WriteStartObject(name);
            members.WriteString("value", value);
            members.WriteString("rule", rule);
            members.WriteEndObject();
        }
    }

    private static IEnumerable<(string Name, string? Value, string Rule)> Answers(PermitStanding standing)
    {
        yield return ("state", State(standing.State), "permit.suspension");
        yield return ("issueBy", PermitFlow.IsIssued(standing.State) ? null : Day(PermitLimit.LastDay(standing, null)), "permit.issue-limit");
        yield return ("continuousSince", Day(standing.ContinuousSince), "permit.year-count");
        yield return ("fullYears", standing.FullYears.ToString(CultureInfo.InvariantCulture), "permit.year-count");
        yield return ("windowOpens", Day(standing.NextWindow?.Opens), "permit.endorsement");
        yield return ("windowLastDay", Day(standing.NextWindow?.LastDay), "permit.endorsement");
        yield return ("suspendedSince", Day(standing.SuspendedSince), "permit.suspension");
        yield return ("card", JsonNamingPolicy.CamelCase.ConvertName(standing.Card.ToString()), "permit.replacement");
    }

    private static string? Day(LocalDate? day) => day is { } known ? CliRules.Iso(known) : null;

    private static string Name(PermitAct act) => JsonNamingPolicy.CamelCase.ConvertName(act.ToString());

    private static string? State(PermitState? state) => state is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;
}
