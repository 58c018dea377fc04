using System.Globalization;
using System.Text.Json;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Testing.Halls;
using NodaTime.Text;

namespace NewCitizen.Cli.Verbs;

/// <summary>Says what came of a simulated day.</summary>
internal static class SlotsReports
{
    private const int FirstColumn = 30;
    private const int Column = 9;

    public static void WriteText(CliContext context, HallDayReport report, string day)
    {
        var output = context.Terminal.Out;
        output.WriteLine(context.Say(
            $"{LocalDatePattern.Iso.Format(report.Options.Day)}（{day}），种子 {report.Options.Seed}：来 {report.People.Count} 人，窗口 {report.Windows} 个",
            $"{LocalDatePattern.Iso.Format(report.Options.Day)} ({day}), seed {report.Options.Seed}: {report.People.Count} people came, {report.Windows} windows"));
        output.WriteLine();
        Row(context.Say("等候（分钟）", "waits (minutes)"), context.Say("人数", "people"), context.Say("平均", "mean"), "p50", "p90", context.Say("最长", "longest"));
        Waits(context.Say("现场取号", "walk-ins"), report.WalkIns);
        Waits(context.Say("预约", "booked"), report.Booked);
        Waits(context.Say("优先", "priority"), report.Priority);
        output.WriteLine();
        Row(context.Say("预约未到", "booked and never came"), $"{report.Missed}");
        Row(context.Say("过号", "called and gone"), $"{report.NoShows}");
        Row(context.Say("未能取号", "given no ticket"), $"{report.TurnedAway}");
        Row(context.Say("最多被插队（人）", "most overtakes of a walk-in"), $"{report.MostOvertaken}");
        Row(context.Say("窗口利用率", "use of windows"), $"{Math.Round(report.Utilisation * 100)} %");
        output.WriteLine();
        Row(context.Say("预计等候的误差（分钟）", "errors of estimates (min)"), context.Say("次数", "told"), "p50", "p90");
        Errors(context.Say("本系统", "estimator"), report.Estimator);
        Errors(context.Say("人数×平均间隔", "queue length x mean gap"), report.QueueLength);
        Errors(context.Say("队首已等时间", "head of line"), report.HeadOfLine);
        Errors(context.Say("上一位等候时间", "last called"), report.LastCalled);
        Row(context.Say("落在区间内（应为 80 %）", "in the range (80 % is meant)"), $"{Math.Round(report.Coverage * 100)} %");
        output.WriteLine();
        Row(context.Say("时段", "hour"), context.Say("来", "came"), context.Say("叫号", "called"), context.Say("在等", "waiting"), context.Say("平均等", "wait"));
        foreach (var hour in report.Hours)
        {
            Row($"{hour.Hour:D2}:00", $"{hour.Came}", $"{hour.Called}", $"{hour.Waiting}", One(hour.MeanWait));
        }

        void Waits(string name, WaitFigures figures) => Row(name, $"{figures.People}", One(figures.Mean), One(figures.Median), One(figures.P90), One(figures.Longest));

        void Errors(string name, EstimateFigures figures) => Row(name, $"{figures.Estimates}", One(figures.Median), One(figures.P90));

        void Row(string name, params string[] cells) => output.WriteLine((Pad(name, FirstColumn, left: true) + string.Concat(cells.Select(cell => Pad(cell, Column, left: false)))).TrimEnd());
    }

    public static void WriteJson(TextWriter output, HallDayReport report, string day) => JsonLine.Write(output, json =>
    {
        json.WriteString("date", LocalDatePattern.Iso.Format(report.Options.Day));
        json.WriteString("day", day);
        json.WriteNumber("seed", report.Options.Seed);
        json.WriteNumber("people", report.People.Count);
        json.WriteNumber("windows", report.Windows);
        Waits(json, "walkIns", report.WalkIns);
        Waits(json, "booked", report.Booked);
        Waits(json, "priority", report.Priority);
        json.WriteNumber("missed", report.Missed);
        json.WriteNumber("noShows", report.NoShows);
        json.WriteNumber("turnedAway", report.TurnedAway);
        json.WriteNumber("mostOvertaken", report.MostOvertaken);
        json.WriteNumber("utilisation", Math.Round(report.Utilisation, 3));
        Errors(json, "estimator", report.Estimator);
        Errors(json, "queueLength", report.QueueLength);
        Errors(json, "headOfLine", report.HeadOfLine);
        Errors(json, "lastCalled", report.LastCalled);
        json.WriteNumber("coverage", Math.Round(report.Coverage, 3));
        json.WriteStartArray("hours");
        foreach (var hour in report.Hours)
        {
            json.WriteStartObject();
            json.WriteNumber("hour", hour.Hour);
            json.WriteNumber("came", hour.Came);
            json.WriteNumber("called", hour.Called);
            json.WriteNumber("waiting", hour.Waiting);
            json.WriteNumber("meanWait", Math.Round(hour.MeanWait, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Waits(Utf8JsonWriter json, string name, WaitFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("people", figures.People);
        json.WriteNumber("mean", Math.Round(figures.Mean, 1));
        json.WriteNumber("p50", Math.Round(figures.Median, 1));
        json.WriteNumber("p90", Math.Round(figures.P90, 1));
        json.WriteNumber("longest", Math.Round(figures.Longest, 1));
        json.WriteEndObject();
    }

    private static void Errors(Utf8JsonWriter json, string name, EstimateFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("estimates", figures.Estimates);
        json.WriteNumber("p50", Math.Round(figures.Median, 1));
        json.WriteNumber("p90", Math.Round(figures.P90, 1));
        json.WriteEndObject();
    }

    private static string One(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    // A Chinese character is as wide as two others.
    private static string Pad(string text, int width, bool left)
    {
        var space = new string(' ', Math.Max(1, width - text.Sum(c => c >= '\u2E80' ? 2 : 1)));
        return left ? text + space : space + text;
    }
}
