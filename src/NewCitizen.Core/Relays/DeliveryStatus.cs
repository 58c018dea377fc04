namespace NewCitizen.Relays;

/// <summary>How a delivery ended.</summary>
public enum DeliveryStatus
{
    /// <summary>The receiver has taken all messages.</summary>
    Accepted,

    /// <summary>Something that may pass stands in the way: the rest comes again later. Nothing is skipped.</summary>
    Failed,

    /// <summary>The receiver refuses the first message it has not taken, and will refuse it each time. The relay parks it and goes on.</summary>
    Refused,
}
