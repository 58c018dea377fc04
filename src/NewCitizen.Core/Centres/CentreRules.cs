using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>What a centre must be to be kept.</summary>
internal static class CentreRules
{
    public const int MaxExceptions = 1000;
    public const int MaxReason = 200;

    private const int MaxWindows = 200;
    private const int MaxPlans = 50;
    private const int MaxItems = 500;
    private const int MaxPeriods = 12;
    private const int MaxExceptionDays = 366;

    public static List<Issue> Check(ServiceCentre centre)
    {
        var issues = new List<Issue>();
        ServiceRules.Code(centre.Code, "/code", issues);
        ServiceRules.Text(centre.Name, 60, "/name", issues);
        ServiceRules.OptionalText(centre.EnglishName, 120, "/englishName", issues);
        ServiceRules.OptionalText(centre.Address, 200, "/address", issues);
        ServiceRules.OptionalText(centre.Phone, 40, "/phone", issues);
        if (!Enum.IsDefined(centre.Kind))
        {
            issues.Add(new Issue(ServiceErrors.ValueUnknown, IssueLocation.At("/kind")));
        }

        Week(centre.Hours, "/hours", issues);
        ServiceRules.Count(centre.Windows.Count, MaxWindows, "/windows", issues);
        for (var i = 0; i < centre.Windows.Count; i++)
        {
            Window(centre.Windows[i], ServiceRules.At("/windows", i), issues);
        }

        ServiceRules.Distinct(centre.Windows.Select(window => window.Code), "/windows", "/code", issues);
        Plans(centre, issues);
        ServiceRules.Count(centre.Exceptions.Count, MaxExceptions, "/exceptions", issues);
        for (var i = 0; i < centre.Exceptions.Count; i++)
        {
            Exception(centre.Exceptions[i], ServiceRules.At("/exceptions", i), issues);
        }

        return issues;
    }

    public static void Exception(DayException exception, string at, List<Issue> issues)
    {
        if (exception.Until < exception.From || Period.DaysBetween(exception.From, exception.Until) >= MaxExceptionDays)
        {
            issues.Add(new Issue(ServiceErrors.DaysInvalid, IssueLocation.At(at + "/until")));
        }

        ServiceRules.Text(exception.Reason, MaxReason, at + "/reason", issues);
        Periods(exception.Open, at + "/open", issues);
    }

    /// <summary>Every item named, with where it stands.</summary>
    public static IEnumerable<(ServiceItemId Item, string Pointer)> ItemsOf(ServiceCentre centre)
    {
        for (var i = 0; i < centre.Windows.Count; i++)
        {
            for (var k = 0; k < centre.Windows[i].Items.Count; k++)
            {
                yield return (centre.Windows[i].Items[k], string.Create(CultureInfo.InvariantCulture, $"/windows/{i}/items/{k}"));
            }
        }

        for (var i = 0; i < centre.Plans.Count; i++)
        {
            for (var k = 0; k < centre.Plans[i].Items.Count; k++)
            {
                yield return (centre.Plans[i].Items[k], string.Create(CultureInfo.InvariantCulture, $"/plans/{i}/items/{k}"));
            }
        }
    }

    private static void Window(ServiceWindow window, string at, List<Issue> issues)
    {
        if (!(window.Code is { Length: >= 1 and <= 10 } && window.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            issues.Add(new Issue(ServiceErrors.WindowCodeInvalid, IssueLocation.At(at + "/code")));
        }

        ServiceRules.Text(window.Name, 60, at + "/name", issues);
        ServiceRules.Count(window.Items.Count, MaxItems, at + "/items", issues);
        ServiceRules.Distinct(window.Items, at + "/items", string.Empty, issues);
        if (window.Shifts is { } shifts)
        {
            Week(shifts, at + "/shifts", issues);
        }
    }

    private static void Plans(ServiceCentre centre, List<Issue> issues)
    {
        ServiceRules.Count(centre.Plans.Count, MaxPlans, "/plans", issues);
        ServiceRules.Distinct(centre.Plans.Select(plan => plan.Code), "/plans", "/code", issues);
        var planned = new Dictionary<ServiceItemId, int>();
        for (var i = 0; i < centre.Plans.Count; i++)
        {
            var at = ServiceRules.At("/plans", i);
            BookingPlanRules.Check(centre.Plans[i], centre.Windows, at, issues);
            for (var k = 0; k < centre.Plans[i].Items.Count; k++)
            {
                var item = centre.Plans[i].Items[k];
                if (!planned.TryAdd(item, i) && planned[item] != i)
                {
                    issues.Add(new Issue(ServiceErrors.ItemInTwoPlans, IssueLocation.At(ServiceRules.At(at + "/items", k))));
                }
            }
        }
    }

    private static void Week(WeeklyHours hours, string at, List<Issue> issues)
    {
        foreach (var (day, periods) in hours.Days)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                issues.Add(new Issue(ServiceErrors.ValueUnknown, IssueLocation.At(at + "/days")));
            }
            else
            {
                Periods(periods, ServiceRules.At(at + "/days", (int)day - 1), issues);
            }
        }

        Periods(hours.MakeUpWorkdays, at + "/makeUpWorkdays", issues);
    }

    private static void Periods(IReadOnlyList<OpenPeriod> periods, string at, List<Issue> issues)
    {
        ServiceRules.Count(periods.Count, MaxPeriods, at, issues);
        for (var i = 0; i < periods.Count; i++)
        {
            var sound = periods[i].From < periods[i].Until
                && (i == 0 || periods[i - 1].Until <= periods[i].From)
                && IsWholeMinute(periods[i].From)
                && IsWholeMinute(periods[i].Until);
            if (!sound)
            {
                issues.Add(new Issue(ServiceErrors.PeriodsInvalid, IssueLocation.At(ServiceRules.At(at, i))));
            }
        }
    }

    private static bool IsWholeMinute(LocalTime time) => time.TickOfDay % NodaConstants.TicksPerMinute == 0;
}
