using NewCitizen.Exchange.RabbitMq;
using NewCitizen.Hosting;
using NewCitizen.Relays;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds relays to RabbitMQ.</summary>
public static class RabbitMqNewCitizenBuilder
{
    /// <summary>Passes the change feed on to RabbitMQ while the host runs, confirmed by the broker.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="name">1 to 40 characters of a–z, 0–9 and hyphen. The position is kept under it: never give it to another receiver.</param>
    /// <param name="broker">Broker, exchange and queue.</param>
    /// <param name="configure">Sets batch size, waits and more.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static NewCitizenBuilder AddRabbitMqRelay(
        this NewCitizenBuilder builder, string name, RabbitMqSinkOptions broker, Action<RelayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(broker);
        broker.Require();
        return builder.AddRelay(name, _ => new RabbitMqSink(broker), configure);
    }
}
