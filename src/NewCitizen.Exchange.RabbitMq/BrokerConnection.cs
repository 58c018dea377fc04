using System.Globalization;
using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewCitizen.Exchange.RabbitMq;

/// <summary>One connection with one confirming channel, made when needed and thrown away after any doubt. No recovery behind our back: what is confirmed must be plain.</summary>
internal sealed class BrokerConnection(RabbitMqSinkOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private IConnection? _connection;
    private IChannel? _channel;

    public static bool IsBrokerFault(Exception exception) =>
        exception is RabbitMQClientException or IOException or SocketException or ObjectDisposedException or TimeoutException or System.Security.Authentication.AuthenticationException;

    /// <summary>A short code for the administrator; never what the broker wrote.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        BrokerUnreachableException { InnerException: AuthenticationFailureException } or AuthenticationFailureException => "authentication",
        BrokerUnreachableException => "unreachable",
        OperationInterruptedException { ShutdownReason: { } reason } => string.Create(CultureInfo.InvariantCulture, $"amqp-{reason.ReplyCode}"),
        TimeoutException or OperationCanceledException => "timeout",
        _ => "connection",
    };

    public async ValueTask<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open && _connection is { IsOpen: true })
        {
            return open;
        }

        await DropAsync().ConfigureAwait(false);
        var factory = new ConnectionFactory
        {
            Uri = options.Addresses[0],
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = options.Heartbeat.ToTimeSpan(),
            RequestedConnectionTimeout = options.ConnectTimeout.ToTimeSpan(),
            ContinuationTimeout = options.ConfirmTimeout.ToTimeSpan(),
        };
        _connection = await factory.CreateConnectionAsync(Endpoints(), options.ConnectionName, cancellationToken).ConfigureAwait(false);
        var channelOptions = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);
        _channel = await _connection.CreateChannelAsync(channelOptions, cancellationToken).ConfigureAwait(false);
        await DeclareAsync(_channel, cancellationToken).ConfigureAwait(false);
        return _channel;
    }

    public async ValueTask DropAsync()
    {
        var connection = _connection;
        _channel = null;
        _connection = null;
        if (connection is null)
        {
            return;
        }

        try
        {
            // A broker that is gone answers no farewell; waiting for one would only lengthen the outage.
            await connection.CloseAsync(Constants.ReplySuccess, "relay", s_farewell, abort: true, CancellationToken.None).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (IsBrokerFault(e) || e is OperationCanceledException)
        {
            // It is thrown away because it is broken.
        }
    }

    public ValueTask DisposeAsync() => DropAsync();

    private List<AmqpTcpEndpoint> Endpoints() =>
        [.. options.Addresses.Select(address => new AmqpTcpEndpoint(address, new SslOption(address.Host, enabled: address.Scheme == "amqps")))];

    private async ValueTask DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(options.Exchange, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (options.Queue is not { } queue)
        {
            return;
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var binding in options.Bindings)
        {
            await channel.QueueBindAsync(queue, options.Exchange, binding, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
