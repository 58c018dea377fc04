namespace NewCitizen.Queues;

/// <summary>How somebody came to the line (来源).</summary>
public enum TicketClass
{
    /// <summary>现场取号: without a booking, or too late for it.</summary>
    WalkIn,

    /// <summary>预约: with a booking and in time for it.</summary>
    Booked,
}
