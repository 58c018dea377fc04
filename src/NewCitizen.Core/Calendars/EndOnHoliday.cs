namespace NewCitizen.Calendars;

/// <summary>What happens when the last day of a period in calendar days is a day off (期间末日遇休假日).</summary>
public enum EndOnHoliday
{
    /// <summary>The period ends on that day. Needs no holiday data.</summary>
    Keep,

    /// <summary>民法典 Art. 203: the day after the days off is the last day.</summary>
    MoveToNextWorkday,
}
