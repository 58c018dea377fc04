using NewCitizen.Calendars;
using NewCitizen.Errors;

namespace NewCitizen.Services;

/// <summary>What a service item must be to be kept.</summary>
internal static class ServiceItemRules
{
    private const int MaxMaterials = 100;
    private const int MaxDays = 3650;
    private const int MaxMonths = 120;

    public static List<Issue> Check(ServiceItem item)
    {
        var issues = new List<Issue>();
        ServiceRules.Code(item.Code, "/code", issues);
        ServiceRules.Text(item.Name, 100, "/name", issues);
        ServiceRules.OptionalText(item.EnglishName, 200, "/englishName", issues);
        ServiceRules.Range(item.SlotsInARow, 1, 12, "/slotsInARow", issues);
        ServiceRules.Range(item.FeeYuan, 0, 1_000_000, "/feeYuan", issues);
        ServiceRules.Count(item.Materials.Count, MaxMaterials, "/materials", issues);
        ServiceRules.Count(item.Basis.Count, MaxMaterials, "/basis", issues);
        const ServiceChannels All = ServiceChannels.Window | ServiceChannels.Online | ServiceChannels.Kiosk | ServiceChannels.Collector;
        if ((item.Channels & ~All) != ServiceChannels.None)
        {
            issues.Add(new Issue(ServiceErrors.ValueUnknown, IssueLocation.At("/channels")));
        }

        for (var i = 0; i < item.Materials.Count; i++)
        {
            var at = ServiceRules.At("/materials", i);
            var paper = item.Materials[i];
            ServiceRules.Code(paper.Code, at + "/code", issues);
            ServiceRules.Text(paper.Name, 100, at + "/name", issues);
            ServiceRules.OptionalText(paper.EnglishName, 200, at + "/englishName", issues);
            ServiceRules.OptionalText(paper.Note, 500, at + "/note", issues);
            if (paper.Alternative is not null)
            {
                ServiceRules.Code(paper.Alternative, at + "/alternative", issues);
            }
        }

        ServiceRules.Distinct(item.Materials.Select(paper => paper.Code), "/materials", "/code", issues);
        for (var i = 0; i < item.Basis.Count; i++)
        {
            var at = ServiceRules.At("/basis", i);
            ServiceRules.Text(item.Basis[i].Source, 200, at + "/source", issues);
            ServiceRules.OptionalText(item.Basis[i].Article, 100, at + "/article", issues);
        }

        var sound = CheckLimit(item.StatutoryLimit, "/statutoryLimit", issues) & CheckLimit(item.PromisedLimit, "/promisedLimit", issues);
        if (sound && IsLonger(item.PromisedLimit, item.StatutoryLimit))
        {
            issues.Add(new Issue(ServiceErrors.PromiseTooLong, IssueLocation.At("/promisedLimit")));
        }

        return issues;
    }

    private static bool CheckLimit(ITimeLimit? limit, string pointer, List<Issue> issues)
    {
        var sound = limit switch
        {
            null => true,
            WorkingDays days => days.Count <= MaxDays,
            CalendarDays days => days.Count <= MaxDays,
            CalendarMonths months => months.Count <= MaxMonths,
            _ => false,
        };
        if (!sound)
        {
            issues.Add(new Issue(ServiceErrors.LimitInvalid, IssueLocation.At(pointer)));
        }

        return sound;
    }

    // Limits in different units are not comparable without a day to count from, so only the plain case is refused.
    private static bool IsLonger(ITimeLimit? promised, ITimeLimit? statutory) => (promised, statutory) switch
    {
        (WorkingDays own, WorkingDays law) => own.Count > law.Count,
        (CalendarDays own, CalendarDays law) => own.Count > law.Count,
        (CalendarMonths own, CalendarMonths law) => own.Count > law.Count,
        (WorkingDays own, CalendarDays law) => own.Count > law.Count,
        _ => false,
    };
}
