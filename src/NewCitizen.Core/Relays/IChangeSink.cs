namespace NewCitizen.Relays;

/// <summary>Where a relay hands messages over: a broker, a webhook, or a host's own (变更接收端).</summary>
public interface IChangeSink
{
    /// <summary>Hands messages over in their order.</summary>
    /// <param name="messages">At least one; inside an agency in the order of the feed.</param>
    /// <param name="cancellationToken">Ends the wait; what was handed over so far may come again.</param>
    /// <returns>
    /// How many of the front the receiver has taken durably. Must count none behind one that is not certain, and must not hand over
    /// a message of an agency while an earlier one of that agency is not certain.
    /// </returns>
    /// <remarks>An exception counts as a failure that may pass: all messages come again.</remarks>
    ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken);
}
