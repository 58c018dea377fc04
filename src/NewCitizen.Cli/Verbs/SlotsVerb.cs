using System.CommandLine;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Testing.Halls;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>slots simulate</c>.</summary>
internal static class SlotsVerb
{
    private const int MostPeople = 10_000;
    private const int MostWindows = 200;

    // Enough to know the errors of a day by; an estimate for everybody of a large hall would take most of the time.
    private const int Estimates = 600;

    // The more people, the longer each estimate takes; this many of both keep a day of any size at some seconds.
    private const int EstimatedPeople = 1_200_000;

    private static readonly (string Name, HallDayKind Kind)[] s_days =
    [
        ("usual", HallDayKind.Usual),
        ("quiet", HallDayKind.Quiet),
        ("busy", HallDayKind.Busy),
        ("morning-rush", HallDayKind.MorningRush),
        ("closes-at-noon", HallDayKind.ClosesAtNoon),
        ("mixed-items", HallDayKind.MixedItems),
    ];

    public static Command Create(CliContext context)
    {
        var people = new Option<int>("--people") { Description = context.Say("来办事的人数，1 至 10000", "how many people come, 1 to 10000"), HelpName = "N", Required = true };
        var seed = new Option<long>("--seed") { Description = context.Say("随机种子；同一种子得到同一天", "seed; the same seed gives the same day"), HelpName = "S", DefaultValueFactory = _ => 1 };
        var windows = new Option<int?>("--windows") { Description = context.Say("窗口数；默认按人数安排", "windows; else as many as the people need"), HelpName = "N" };
        var day = new Option<string>("--day") { Description = context.Say("哪一种日子", "what kind of day"), HelpName = string.Join('|', s_days.Select(kind => kind.Name)), DefaultValueFactory = _ => "usual" }
            .AcceptOnly([.. s_days.Select(kind => kind.Name)]);
        var json = CliOptions.Json(context);
        var simulate = new Command("simulate", context.Say(
            "模拟服务大厅一天：等候、爽约、插队、窗口利用率、预计等候的误差。\n示例：newcitizen slots simulate --people 600 --seed 7",
            "Play a day of the service hall: waits, no-shows, overtakes, use of windows, errors of wait estimates.\nExample: newcitizen slots simulate --people 600 --seed 7"))
        {
            people, seed, windows, day, json,
        };
        simulate.SetAction((parsed, cancellationToken) =>
        {
            var options = new HallSimulationOptions
            {
                People = Within(parsed.GetRequiredValue(people), 1, MostPeople, "--people"),
                Seed = parsed.GetValue(seed),
                Windows = parsed.GetValue(windows) is { } count ? Within(count, 1, MostWindows, "--windows") : null,
                Kind = s_days.First(kind => kind.Name == parsed.GetValue(day)).Kind,
            };
            return RunAsync(context, options with { EstimateEvery = 1 + (options.People / Math.Min(Estimates, EstimatedPeople / options.People)) }, parsed.GetValue(json), cancellationToken);
        });
        return new Command("slots", context.Say("预约与排队", "bookings and lines")) { simulate };
    }

    private static async Task<int> RunAsync(CliContext context, HallSimulationOptions options, bool json, CancellationToken cancellationToken)
    {
        var report = await HallSimulation.RunAsync(options, cancellationToken).ConfigureAwait(false);
        var day = s_days.First(kind => kind.Kind == options.Kind).Name;
        if (json) SlotsReports.WriteJson(context.Terminal.Out, report, day);
        else SlotsReports.WriteText(context, report, day);
        return ExitCodes.Good;
    }

    private static int Within(int value, int least, int most, string option) => value >= least && value <= most ? value : throw new NewCitizenException(CommandLineErrors.InvalidArguments, option);
}
