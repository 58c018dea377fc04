using System.CommandLine;
using System.Globalization;
using NewCitizen.Calendars;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>workday</c>.</summary>
internal static class WorkdayVerb
{
    public static Command Create(CliContext context)
    {
        var from = new Option<string>("--from") { Description = context.Say("起始日，不计入", "start day, not counted"), HelpName = "DATE", Required = true };
        var add = new Option<int>("--add") { Description = context.Say("工作日数；负数向前推", "workdays to add; negative counts back"), HelpName = "N", Required = true };
        var json = CliOptions.Json(context);
        var command = new Command("workday", context.Say(
            "按国务院办公厅公布的节假日推算工作日（2020–2026）。未公布的年份不作推测：退出码 1。\n示例：newcitizen workday --from 2026-09-30 --add 5",
            "Count working days by the announced holidays of the mainland (2020–2026). A year not announced is never guessed: exit code 1.\nExample: newcitizen workday --from 2026-09-30 --add 5"))
        {
            from, add, json,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(context, parsed.GetRequiredValue(from), parsed.GetRequiredValue(add), parsed.GetValue(json))));
        return command;
    }

    private static int Run(CliContext context, string text, int days, bool json)
    {
        if (!LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var from)) throw new NewCitizenException(CommandLineErrors.InvalidDate);
        var answer = WorkCalendar.Default.AddWorkdays(from, days);
        var output = context.Terminal.Out;
        if (json)
        {
            JsonLine.Write(output, members =>
            {
                members.WriteString("from", Iso(from));
                members.WriteNumber("add", days);
                if (answer.Date is { } found) members.WriteString("date", Iso(found));
                else members.WriteNull("date");
                if (answer.NotAnnouncedYear is { } missing) members.WriteNumber("notAnnounced", missing);
            });
        }
        else if (answer.Date is { } found)
        {
            output.WriteLine(Iso(found));
        }

        if (answer.NotAnnouncedYear is not { } year) return ExitCodes.Good;
        context.Complain(CommandLineErrors.NotAnnounced, year.ToString(CultureInfo.InvariantCulture));
        return ExitCodes.Refused;
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
