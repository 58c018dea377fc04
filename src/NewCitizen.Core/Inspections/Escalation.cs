using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Counts how far an overdue hazard is to be escalated: in working days with make-up workdays (逾期升级).</summary>
public static class Escalation
{
    /// <summary>The level on a day.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <param name="today">The day, in Asia/Shanghai.</param>
    /// <param name="stepsInWorkdays">
    /// Level n is reached when the n-th number of working days after the last day has passed: rising, such as 0, 3, 5. Empty for not configured.
    /// </param>
    /// <param name="calendar">The work calendar.</param>
    public static EscalationAnswer LevelOn(Hazard hazard, LocalDate today, IReadOnlyList<int> stepsInWorkdays, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        ArgumentNullException.ThrowIfNull(stepsInWorkdays);
        ArgumentNullException.ThrowIfNull(calendar);
        if (stepsInWorkdays.Count == 0)
        {
            return new(null, null, IsConfigured: false);
        }

        if (hazard.Due(calendar) is not { } due)
        {
            return new(0, null, IsConfigured: true);
        }

        if (due.LastDay is not { } last)
        {
            return new(null, due.NotAnnouncedYear, IsConfigured: true);
        }

        var level = 0;
        foreach (var step in stepsInWorkdays)
        {
            if (today <= last)
            {
                break;
            }

            var after = calendar.AddWorkdays(last, step);
            if (after.Date is not { } day)
            {
                // What lies in a year nobody announced cannot have passed while that year has not begun.
                return after.NotAnnouncedYear > today.Year ? new(level, null, IsConfigured: true) : new(null, after.NotAnnouncedYear, IsConfigured: true);
            }

            if (today <= day)
            {
                break;
            }

            level++;
        }

        return new(level, null, IsConfigured: true);
    }
}
