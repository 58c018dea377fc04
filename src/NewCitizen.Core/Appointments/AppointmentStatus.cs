namespace NewCitizen.Appointments;

/// <summary>Where an appointment stands (预约状态).</summary>
public enum AppointmentStatus
{
    /// <summary>占号: a place is held while somebody fills in the form; over when its time is.</summary>
    Held,

    /// <summary>候补通知: a place that became free is offered to the next in line; over when its time is.</summary>
    Offered,

    /// <summary>已预约: booked.</summary>
    Booked,

    /// <summary>已到场: the person has come and waits to be called. Stays so at the end of the day for who left without being served: they came, so it is no no-show.</summary>
    Arrived,

    /// <summary>已办理: served.</summary>
    Served,

    /// <summary>爽约: did not come.</summary>
    NoShow,

    /// <summary>已取消: cancelled by the person or the office; the place is free again.</summary>
    Cancelled,

    /// <summary>已失效: a hold or an offer nobody confirmed in time; the place is free again.</summary>
    Lapsed,

    /// <summary>待电话通知: the slot is no longer open, somebody must call the person; the place is gone.</summary>
    ToCall,
}
