namespace NewCitizen.Appointments.Credit;

/// <summary>What a person did with bookings that counts (信用事件).</summary>
public enum BookingEventKind
{
    /// <summary>预约: booked.</summary>
    Booked,

    /// <summary>取消: cancelled by the person; cancellations by the office do not count.</summary>
    Cancelled,

    /// <summary>爽约: did not come.</summary>
    NoShow,

    /// <summary>解除限制: an office lifted what came before.</summary>
    Lifted,
}
