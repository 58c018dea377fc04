using System.Globalization;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>What a booking plan must be to be kept.</summary>
internal static class BookingPlanRules
{
    private const int MaxItems = 500;
    private const int MaxQuotas = 10;
    private const int MaxDays = 366;

    public static void Check(BookingPlan plan, IReadOnlyList<ServiceWindow> windows, string at, List<Issue> issues)
    {
        ServiceRules.Code(plan.Code, at + "/code", issues);
        ServiceRules.Text(plan.Name, 60, at + "/name", issues);
        ServiceRules.Range(plan.Items.Count, 1, MaxItems, at + "/items", issues);
        ServiceRules.Distinct(plan.Items, at + "/items", string.Empty, issues);
        ServiceRules.Range(plan.SlotMinutes, 5, 240, at + "/slotMinutes", issues);
        ServiceRules.Range(plan.PlacesPerSlot, 1, 500, at + "/placesPerSlot", issues);
        ServiceRules.Range(plan.PerPersonPerDay, 1, 1000, at + "/perPersonPerDay", issues);
        ServiceRules.Range(plan.PerPersonOpen, 1, 1000, at + "/perPersonOpen", issues);
        Places(plan, windows, at, issues);
        Terms(plan, at, issues);
        ServiceRules.Distinct(plan.OnlyOn, at + "/onlyOn", string.Empty, issues);
        for (var i = 0; i < plan.OnlyOn.Count; i++)
        {
            if (plan.OnlyOn[i] is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                issues.Add(new Issue(ServiceErrors.ValueUnknown, IssueLocation.At(ServiceRules.At(at + "/onlyOn", i))));
            }
        }
    }

    private static void Places(BookingPlan plan, IReadOnlyList<ServiceWindow> windows, string at, List<Issue> issues)
    {
        var places = plan.PlacesPerSlot ?? windows.Count(window => CentreOpening.Handles(window, plan));
        if (places == 0 && plan.PlacesPerSlot is null)
        {
            issues.Add(new Issue(ServiceErrors.NoWindowForPlan, IssueLocation.At(at + "/placesPerSlot")));
        }

        ServiceRules.Count(plan.Quotas.Count, MaxQuotas, at + "/quotas", issues);
        ServiceRules.Distinct(plan.Quotas.Select(quota => quota.Code), at + "/quotas", "/code", issues);
        for (var i = 0; i < plan.Quotas.Count; i++)
        {
            var own = ServiceRules.At(at + "/quotas", i);
            ServiceRules.Code(plan.Quotas[i].Code, own + "/code", issues);
            ServiceRules.Text(plan.Quotas[i].Name, 60, own + "/name", issues);
            ServiceRules.Range(plan.Quotas[i].Places, 1, 500, own + "/places", issues);
        }

        if (plan.Quotas.Sum(quota => (long)quota.Places) > places)
        {
            issues.Add(new Issue(ServiceErrors.QuotasTooLarge, IssueLocation.At(at + "/quotas"), [places.ToString(CultureInfo.InvariantCulture)]));
        }

        ServiceRules.Distinct(plan.ItemLimits.Select(limit => limit.Item), at + "/itemLimits", "/item", issues);
        for (var i = 0; i < plan.ItemLimits.Count; i++)
        {
            var own = ServiceRules.At(at + "/itemLimits", i);
            ServiceRules.Range(plan.ItemLimits[i].Places, 1, 500, own + "/places", issues);
            if (!plan.Items.Contains(plan.ItemLimits[i].Item))
            {
                issues.Add(new Issue(ServiceErrors.ItemNotInPlan, IssueLocation.At(own + "/item")));
            }
        }
    }

    private static void Terms(BookingPlan plan, string at, List<Issue> issues)
    {
        var sound = plan.FarthestAhead switch
        {
            null => true,
            WorkingDays days => days.Count <= MaxDays,
            CalendarDays days => days.Count <= MaxDays,
            _ => false,
        };
        if (!sound)
        {
            issues.Add(new Issue(ServiceErrors.LimitInvalid, IssueLocation.At(at + "/farthestAhead")));
        }

        Minutes(plan.SoonestAhead, 0, 60 * 24 * MaxDays, at + "/soonestAhead", issues);
        Minutes(plan.CancelCutOff, 0, 60 * 24 * MaxDays, at + "/cancelCutOff", issues);
        Minutes(plan.Hold, 1, 60, at + "/hold", issues);
        Minutes(plan.Offer, 1, 60 * 24, at + "/offer", issues);
        Minutes(plan.RemindAhead, 1, 60 * 24 * 31, at + "/remindAhead", issues);
        Minutes(plan.Grace, 0, 60 * 24, at + "/grace", issues);
    }

    private static void Minutes(Duration? value, int from, int to, string pointer, List<Issue> issues)
    {
        if (value is { } duration)
        {
            ServiceRules.Range((decimal)duration.TotalMinutes, from, to, pointer, issues);
            if (duration.ToInt64Nanoseconds() % NodaConstants.NanosecondsPerSecond != 0)
            {
                issues.Add(new Issue(ServiceErrors.LimitInvalid, IssueLocation.At(pointer)));
            }
        }
    }
}
