using NewCitizen.Relays;

namespace NewCitizen.Exchange.RabbitMq;

/// <summary>What became of one message.</summary>
/// <param name="Status">Confirmed, not certain, or returned.</param>
/// <param name="Reason">A short code; null when confirmed.</param>
/// <param name="LosesConnection">Whether the channel can no longer be trusted.</param>
internal sealed record PublishOutcome(DeliveryStatus Status, string? Reason, bool LosesConnection)
{
    public static readonly PublishOutcome Confirmed = new(DeliveryStatus.Accepted, Reason: null, LosesConnection: false);
    public static readonly PublishOutcome Unroutable = new(DeliveryStatus.Refused, "unroutable", LosesConnection: false);
    public static readonly PublishOutcome KeyTooLong = new(DeliveryStatus.Refused, "routing-key", LosesConnection: false);

    // Seen with brokers of 3.10 after the leader of a quorum queue died: a channel went on refusing though the queue was well. A new one costs little.
    public static readonly PublishOutcome Nacked = new(DeliveryStatus.Failed, "nacked", LosesConnection: true);

    public static readonly PublishOutcome TimedOut = new(DeliveryStatus.Failed, "confirm-timeout", LosesConnection: true);

    public static PublishOutcome Disconnected(string reason) => new(DeliveryStatus.Failed, reason, LosesConnection: true);
}
