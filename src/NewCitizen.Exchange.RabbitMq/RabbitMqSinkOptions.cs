using NodaTime;

namespace NewCitizen.Exchange.RabbitMq;

/// <summary>Which broker, exchange and queue a relay publishes to (消息队列设置).</summary>
public sealed class RabbitMqSinkOptions
{
    /// <summary>Addresses of the broker's nodes, <c>amqp</c> or <c>amqps</c>, tried in any order. User, password and virtual host are those of the first.</summary>
    public required IReadOnlyList<Uri> Addresses { get; init; }

    /// <summary>Durable topic exchange, declared if it is not there; <c>newcitizen.changes</c> unless set.</summary>
    public string Exchange { get; init; } = "newcitizen.changes";

    /// <summary>A quorum queue to declare and bind; null if receivers declare their own.</summary>
    public string? Queue { get; init; }

    /// <summary>Routing patterns that <see cref="Queue"/> is bound with; <c>#</c>, all, unless set.</summary>
    public IReadOnlyList<string> Bindings { get; init; } = ["#"];

    /// <summary>
    /// Messages of one agency that may be on their way unconfirmed, 1 to 100; 1 unless set, which keeps the order whatever happens. With
    /// more, a broker that refuses one message and takes the next (a full queue that drains) can show the later one first; agencies never
    /// wait for each other in either case.
    /// </summary>
    public int MaxUnconfirmed { get; init; } = 1;

    /// <summary>How long a confirm may take before the connection is given up and made anew; 15 seconds unless set.</summary>
    public Duration ConfirmTimeout { get; init; } = Duration.FromSeconds(15);

    /// <summary>How long connecting to one node may take; 5 seconds unless set.</summary>
    public Duration ConnectTimeout { get; init; } = Duration.FromSeconds(5);

    /// <summary>How often the connection is tried when nothing else is sent; a dead broker shows after two of them. 10 seconds unless set.</summary>
    public Duration Heartbeat { get; init; } = Duration.FromSeconds(10);

    /// <summary>Name of the connection, for the broker's administrator.</summary>
    public string ConnectionName { get; init; } = "newcitizen-relay";

    internal void Require()
    {
#pragma warning disable MA0015 // What is out of range is a property of these settings, and named.
        if (Addresses.Count == 0 || !Addresses.All(address => address.IsAbsoluteUri && address.Scheme is "amqp" or "amqps"))
        {
            throw new ArgumentException("Give at least one amqp or amqps address.", nameof(Addresses));
        }

        ArgumentException.ThrowIfNullOrEmpty(Exchange);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxUnconfirmed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxUnconfirmed, 100);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ConfirmTimeout, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ConnectTimeout, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Heartbeat, Duration.Zero);
#pragma warning restore MA0015
    }
}
