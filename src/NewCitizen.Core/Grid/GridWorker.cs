using NewCitizen.Calendars;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>A grid worker (网格员).</summary>
public sealed record GridWorker
{
    /// <summary>Identifies the worker.</summary>
    public required GridWorkerId Id { get; init; }

    /// <summary>State that was read; default for a new one.</summary>
    public Revision Revision { get; init; }

    /// <summary>Account the worker signs in with, unique in the agency; not a name.</summary>
    public required string Account { get; init; }

    /// <summary>Name.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required PersonName Name { get; init; }

    /// <summary>Number the grid's residents may call; null when none is given out.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public MobileNumber? Phone { get; init; }

    /// <summary>Days of the week on duty; empty means the working days of the calendar.</summary>
    public IReadOnlyList<IsoDayOfWeek> DutyDays { get; init; } = [];

    /// <summary>First day no longer in service; null while in service.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether the worker is on duty on a day; null when that depends on holidays that are not announced.</summary>
    /// <param name="day">A day in Asia/Shanghai.</param>
    /// <param name="calendar">The work calendar.</param>
    public bool? IsOnDuty(LocalDate day, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return day >= Until ? false : DutyDays.Count > 0 ? DutyDays.Contains(day.DayOfWeek) : calendar.IsWorkday(day);
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}
