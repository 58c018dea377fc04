using NodaTime;

namespace NewCitizen.Relays;

/// <summary>Answer of a sink.</summary>
public sealed record DeliveryResult
{
    private DeliveryResult(DeliveryStatus status, int accepted, string? reason, Duration? retryAfter)
    {
        Status = status;
        AcceptedCount = accepted;
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary>How it ended.</summary>
    public DeliveryStatus Status { get; }

    /// <summary>How many messages of the front the receiver has taken durably.</summary>
    public int AcceptedCount { get; }

    /// <summary>A short code such as <c>http-503</c>; null when all were accepted. Never what the receiver wrote.</summary>
    public string? Reason { get; }

    /// <summary>When the receiver wants to be asked again; null if it did not say.</summary>
    public Duration? RetryAfter { get; }

    /// <summary>All were taken.</summary>
    /// <param name="count">How many there were.</param>
    public static DeliveryResult Accepted(int count) => new(DeliveryStatus.Accepted, count, null, null);

    /// <summary>Something that may pass stands in the way.</summary>
    /// <param name="accepted">How many of the front were taken.</param>
    /// <param name="reason">A short code.</param>
    /// <param name="retryAfter">When the receiver wants to be asked again.</param>
    public static DeliveryResult Failed(int accepted, string reason, Duration? retryAfter = null) => new(DeliveryStatus.Failed, accepted, reason, retryAfter);

    /// <summary>The message at index <paramref name="accepted"/> is refused for good.</summary>
    /// <param name="accepted">How many of the front were taken.</param>
    /// <param name="reason">A short code.</param>
    public static DeliveryResult Refused(int accepted, string reason) => new(DeliveryStatus.Refused, accepted, reason, null);
}
