namespace NewCitizen.Appointments;

/// <summary>Whether a day can be booked.</summary>
public enum FreeDayStatus
{
    /// <summary>Open: see its slots.</summary>
    Open,

    /// <summary>休息: closed, or the plan gives out nothing that day.</summary>
    Closed,

    /// <summary>尚未公布: the holidays of the year are not announced.</summary>
    NotAnnounced,

    /// <summary>未到预约期或已过: in the past, or farther ahead than can be booked.</summary>
    OutsideWindow,

    /// <summary>未开放预约: no booking window is configured.</summary>
    NotConfigured,
}
