namespace NewCitizen.Appointments;

/// <summary>Where somebody on a waiting list stands (候补状态).</summary>
public enum WaitlistStatus
{
    /// <summary>候补中: waits.</summary>
    Waiting,

    /// <summary>已通知: a place is offered.</summary>
    Offered,

    /// <summary>已接受: took the place.</summary>
    Accepted,

    /// <summary>已放弃: declined the offer.</summary>
    Declined,

    /// <summary>未回应: let the offer lapse.</summary>
    Missed,

    /// <summary>已退出: left the line.</summary>
    Withdrawn,
}
