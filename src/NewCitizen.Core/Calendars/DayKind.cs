namespace NewCitizen.Calendars;

/// <summary>What a day is in the work calendar (日期类型).</summary>
public enum DayKind
{
    /// <summary>The holidays of its year are not announced or not loaded: nothing can be said. Never a guess.</summary>
    NotAnnounced,

    /// <summary>工作日: Monday to Friday, no holiday.</summary>
    Workday,

    /// <summary>休息日: an ordinary Saturday or Sunday.</summary>
    RestDay,

    /// <summary>放假: a day of a holiday break, a weekend inside it included.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday made a workday.</summary>
    MakeUpWorkday,
}
