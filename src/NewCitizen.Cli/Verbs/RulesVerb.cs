using System.CommandLine;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Rules;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>rules</c>: which rules of law there are, what one says, and what they say of some facts.</summary>
internal static class RulesVerb
{
    public static Command Create(CliContext context) => new("rules", context.Say("法律规则：列出、说明、判定", "rules of law: list, explain, evaluate"))
    {
        List(context), Explain(context), Evaluate(context),
    };

    public static Option<string?> Division(CliContext context) => new("--division")
    {
        Description = context.Say("六位行政区划代码；不写则只用全国性规则", "six-digit division code; without it only rules of the whole country hold"),
        HelpName = "CODE",
    };

    /// <exception cref="NewCitizenException">NC7029.</exception>
    public static LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date : throw new NewCitizenException(CommandLineErrors.InvalidDate);

    /// <exception cref="NewCitizenException">NC123x.</exception>
    public static DivisionCode? DivisionOf(string? text) =>
        text is null ? null : DivisionCode.TryParse(text, out var code, out var error) ? code : throw new NewCitizenException(error);

    private static Command List(CliContext context)
    {
        var on = new Option<string?>("--on") { Description = context.Say("只列当日施行的规则", "only rules in force on that day"), HelpName = "DATE" };
        var topic = new Option<string?>("--topic") { Description = context.Say("只列一个主题", "only one topic"), HelpName = "NAME" };
        var division = Division(context);
        var json = CliOptions.Json(context);
        var command = new Command("list", context.Say(
            "列出规则：代码、名称、出处、施行日期、地域、义务主体。\n示例：newcitizen rules list --topic permit --on 2026-06-01",
            "List rules: code, name, source, dates, division, whom they bind.\nExample: newcitizen rules list --topic permit --on 2026-06-01")) { on, topic, division, json };
        command.SetAction((parsed, _) =>
        {
            var book = CliRules.Book();
            var place = DivisionOf(parsed.GetValue(division));
            LocalDate? day = parsed.GetValue(on) is { } text ? DateOf(text) : null;
            var rules = parsed.GetValue(topic) is { } name
                ? (book.FindTopic(name) ?? throw new NewCitizenException(RuleErrors.TopicUnknown, name)).Rules
                : [.. book.Rules];
            foreach (var rule in rules.Where(rule => day is not { } date || rule.Holds(date, place)))
            {
                CliRules.WriteRule(context, rule, parsed.GetValue(json));
            }

            return Task.FromResult(ExitCodes.Good);
        });
        return command;
    }

    private static Command Explain(CliContext context)
    {
        var code = new Argument<string>("code") { Description = context.Say("规则代码，如 permit.half-year", "code of a rule, such as permit.half-year") };
        var json = CliOptions.Json(context);
        var command = new Command("explain", context.Say("说明一条规则的各个版本：出处、文号、施行日期", "Explain a rule in all its versions: sources, numbers, dates")) { code, json };
        command.SetAction((parsed, _) =>
        {
            var wanted = parsed.GetRequiredValue(code);
            var versions = CliRules.Book().Find(wanted);
            if (versions.Count == 0) throw new NewCitizenException(RuleErrors.RuleUnknown, wanted);
            foreach (var rule in versions)
            {
                CliRules.Explain(context, rule, parsed.GetValue(json));
            }

            return Task.FromResult(ExitCodes.Good);
        });
        return command;
    }

    private static Command Evaluate(CliContext context)
    {
        var file = new Argument<string>("file") { Description = context.Say("JSON 文件，见 docs/rules/evaluate.schema.json；- 为标准输入", "a JSON file, see docs/rules/evaluate.schema.json; - for standard input") };
        var on = new Option<string>("--on") { Description = context.Say("所问日期", "the day asked about"), HelpName = "DATE", Required = true };
        var beside = new Option<string?>("--beside") { Description = context.Say("另一日期，并列新旧规则", "another day, to put the rules of both side by side"), HelpName = "DATE" };
        var division = Division(context);
        var json = CliOptions.Json(context);
        var command = new Command("evaluate", context.Say(
            "用当日施行的规则判定文件中的事实。有违反时退出码 1。\n示例：newcitizen rules evaluate facts.json --on 2026-06-01 --division 120116",
            "Judge the facts of a file by the rules in force on a day. Exit code 1 when a rule is broken.\nExample: newcitizen rules evaluate facts.json --on 2026-06-01 --division 120116"))
        {
            file, on, beside, division, json,
        };
        command.SetAction((parsed, _) =>
        {
            using var input = parsed.GetRequiredValue(file) is "-" ? context.Terminal.OpenInput() : CliFiles.OpenRead(parsed.GetRequiredValue(file));
            var questions = RuleQuestion.Read(input);
            LocalDate?[] days = [DateOf(parsed.GetRequiredValue(on)), parsed.GetValue(beside) is { } other ? DateOf(other) : null];
            var place = DivisionOf(parsed.GetValue(division));
            var book = CliRules.Book();
            var exit = ExitCodes.Good;
            foreach (var question in questions)
            {
                foreach (var day in days.OfType<LocalDate>())
                {
                    foreach (var finding in question.Judge(book, day, place))
                    {
                        CliRules.WriteFinding(context, finding, day, parsed.GetValue(json));
                        exit = finding.Verdict == Verdict.Breached && day == days[0] ? ExitCodes.Refused : exit;
                    }
                }
            }

            return Task.FromResult(exit);
        });
        return command;
    }
}
