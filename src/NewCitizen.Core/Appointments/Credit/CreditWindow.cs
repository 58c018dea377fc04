namespace NewCitizen.Appointments.Credit;

/// <summary>Over what stretch of days a rule of credit counts (计数周期). Days are days in Asia/Shanghai.</summary>
public enum CreditWindow
{
    /// <summary>自然日: each day by itself.</summary>
    Day,

    /// <summary>自然月: each calendar month by itself, from its first day to its last.</summary>
    CalendarMonth,

    /// <summary>滚动天数: the last so many days, the day of the event included.</summary>
    RollingDays,
}
