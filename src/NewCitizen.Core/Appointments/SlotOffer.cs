using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>What a centre says to a choice at a moment: the row of slots, or why not. The places are another matter.</summary>
internal sealed record SlotOffer(SlotTable Table, BookingPlan Plan, ServiceItem Item, SlotDay Day, IReadOnlyList<SlotSpec> Row)
{
    public static (SlotOffer? Offer, Issue? Refusal) Of(SlotTable? table, ServiceItem? item, SlotChoice choice, Instant now)
    {
        if (table is null)
        {
            return (null, new(AppointmentErrors.CentreUnknown));
        }

        if (item is null || table.Centre.PlanFor(item.Id) is not { } plan)
        {
            return (null, new(AppointmentErrors.ItemNotBookable, IssueLocation.At("/item")));
        }

        if (!item.IsOffered)
        {
            return (null, new(AppointmentErrors.ItemNotOffered, IssueLocation.At("/item")));
        }

        if (choice.Quota is { } quota && plan.FindQuota(quota) is null)
        {
            return (null, new(AppointmentErrors.QuotaUnknown, IssueLocation.At("/quota")));
        }

        if (plan.FarthestAhead is null)
        {
            return (null, new(AppointmentErrors.WindowNotConfigured));
        }

        var starts = choice.Date.At(choice.Start).InZoneLeniently(ShanghaiTime.Zone).ToInstant();
        if (starts < now)
        {
            return (null, new(AppointmentErrors.InThePast, IssueLocation.At("/date")));
        }

        var day = table.On(plan, choice.Date);
        if (day.Day.Status == CentreDayStatus.NotAnnounced)
        {
            return (null, new(AppointmentErrors.YearNotAnnounced, IssueLocation.At("/date"), [$"{choice.Date.Year}"]));
        }

        var last = LastDay(plan, now, table.Calendar);
        if (choice.Date > last)
        {
            return (null, new(AppointmentErrors.BeyondWindow, IssueLocation.At("/date"), [SlotKeys.Iso(last)]));
        }

        if (day.InARow(choice.Start, item.SlotsInARow) is not { } row)
        {
            return (null, new(AppointmentErrors.SlotClosed, IssueLocation.At("/start")));
        }

        return starts < now + plan.SoonestAhead
            ? (null, new(AppointmentErrors.TooSoon, IssueLocation.At("/date")))
            : (new(table, plan, item, day, row), null);
    }

    /// <summary>Last day that can be booked; where the count runs into a year nobody announced, the last day of the year before.</summary>
    public static LocalDate LastDay(BookingPlan plan, Instant now, WorkCalendar calendar)
    {
        var answer = plan.FarthestAhead!.After(now, calendar);
        return answer.LastDay ?? new LocalDate(answer.NotAnnouncedYear!.Value - 1, 12, 31);
    }
}
