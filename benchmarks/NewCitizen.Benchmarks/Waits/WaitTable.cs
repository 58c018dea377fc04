using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewCitizen.Benchmarks.Floors;
using NewCitizen.Testing.Halls;

namespace NewCitizen.Benchmarks.Waits;

/// <summary>Plays days of each kind and writes how far estimates of waits were off, beside the simple rules.</summary>
internal static class WaitTable
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (days, people, readme, machine) = (int.Parse(args[0], CultureInfo.InvariantCulture), int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3]);
        var watch = Stopwatch.StartNew();
        var text = new StringBuilder();
        text.AppendLine("| Day | Estimates | Mean wait | Estimator p50 / p90 | Queue length × gap | Head of line | Last called | In the range |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var (wins50, wins90, all) = (0, 0, 0);
        foreach (var kind in Enum.GetValues<HallDayKind>())
        {
            var reports = new List<HallDayReport>();
            for (var day = 1; day <= days; day++)
            {
                var report = await HallSimulation.RunAsync(new HallSimulationOptions { People = people, Seed = day, Kind = kind }, CancellationToken.None);
                reports.Add(report);
                if (report.Estimator.Estimates == 0) continue;
                all++;
                wins50 += Others(report).All(other => report.Estimator.Median <= other.Median) ? 1 : 0;
                wins90 += Others(report).All(other => report.Estimator.P90 <= other.P90) ? 1 : 0;
            }

            var sum = WaitDays.Pool(reports);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {Name(kind)} | {sum.Estimator.Estimates:N0} | {sum.MeanWait:0.0} | **{Both(sum.Estimator)}** | {Both(sum.QueueLength)} | {Both(sum.HeadOfLine)} | {Both(sum.LastCalled)} | {sum.Coverage:P0} |");
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"""
            {machine} {days} days of each kind, {people} people a day, seeds 1 to {days}; an estimate for everybody when the ticket is taken, none before five of the line were served. Errors in minutes; the range is meant to hold 80 %.
            Of {all} days the estimator had the smallest p50 of the four on {wins50} and the smallest p90 on {wins90}. {watch.Elapsed.TotalMinutes:0.0} minutes.


            """);
        Markers.Replace(readme, "waits", note + text);
        await Console.Out.WriteLineAsync(note + text);
        return 0;
    }

    private static IEnumerable<EstimateFigures> Others(HallDayReport report) => [report.QueueLength, report.HeadOfLine, report.LastCalled];

    private static string Both(EstimateFigures figures) => string.Create(CultureInfo.InvariantCulture, $"{figures.Median:0.0} / {figures.P90:0.0}");

    private static string Name(HallDayKind kind) => kind switch
    {
        HallDayKind.Usual => "usual",
        HallDayKind.Quiet => "quiet",
        HallDayKind.Busy => "busy",
        HallDayKind.MorningRush => "morning rush",
        HallDayKind.ClosesAtNoon => "windows close at noon",
        _ => "items of 3 and 25 minutes",
    };
}
