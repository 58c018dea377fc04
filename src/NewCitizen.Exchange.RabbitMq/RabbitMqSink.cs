using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Relays;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewCitizen.Exchange.RabbitMq;

/// <summary>
/// Publishes messages to a topic exchange, persistent and mandatory, and counts those the broker has confirmed (消息队列接收端). Reconnects by
/// itself. One caller at a time, as a relay is.
/// </summary>
public sealed class RabbitMqSink : IChangeSink, IAsyncDisposable
{
    private const int MaxRoutingKey = 255;

    private readonly RabbitMqSinkOptions _options;
    private readonly BrokerConnection _broker;

    /// <summary>Makes the sink; connects with the first delivery.</summary>
    /// <param name="options">Broker, exchange and queue.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public RabbitMqSink(RabbitMqSinkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        _options = options;
        _broker = new BrokerConnection(options);
    }

    /// <summary>Routing key of a message: agency, kind and action, such as <c>teda.resident.put</c>.</summary>
    public static string RoutingKey(ChangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return $"{message.Entry.Agency}.{message.Entry.Kind}.{message.Action}";
    }

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IChannel channel;
        try
        {
            channel = await _broker.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerConnection.IsBrokerFault(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await _broker.DropAsync().ConfigureAwait(false);
            return DeliveryResult.Failed(0, BrokerConnection.Reason(e));
        }

        // A lane an agency: lanes run side by side, and a lane stops at its first message that is not certain.
        var outcomes = new PublishOutcome?[messages.Count];
        var lanes = new Dictionary<AgencyId, List<int>>();
        for (var i = 0; i < messages.Count; i++)
        {
            if (!lanes.TryGetValue(messages[i].Entry.Agency, out var lane))
            {
                lanes.Add(messages[i].Entry.Agency, lane = []);
            }

            lane.Add(i);
        }

        await Task.WhenAll(lanes.Values.Select(lane => RunAsync(channel, messages, lane, outcomes, cancellationToken))).ConfigureAwait(false);
        if (Array.Exists(outcomes, outcome => outcome is { LosesConnection: true }))
        {
            await _broker.DropAsync().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();

        // The first that is not confirmed was tried: whatever stopped its lane would come before it.
        var front = Array.FindIndex(outcomes, outcome => outcome != PublishOutcome.Confirmed);
        return front < 0
            ? DeliveryResult.Accepted(messages.Count)
            : outcomes[front]!.Status == DeliveryStatus.Refused
                ? DeliveryResult.Refused(front, outcomes[front]!.Reason!)
                : DeliveryResult.Failed(front, outcomes[front]!.Reason!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    private async Task RunAsync(IChannel channel, IReadOnlyList<ChangeMessage> messages, List<int> lane, PublishOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        var unconfirmed = new Queue<(int Index, Task<PublishOutcome> Task)>();
        var stopped = false;
        foreach (var index in lane)
        {
            if (unconfirmed.Count == _options.MaxUnconfirmed)
            {
                await TakeAsync().ConfigureAwait(false);
            }

            if (stopped)
            {
                break;
            }

            unconfirmed.Enqueue((index, PublishAsync(channel, messages[index], cancellationToken)));
        }

        while (unconfirmed.Count > 0)
        {
            await TakeAsync().ConfigureAwait(false);
        }

        async ValueTask TakeAsync()
        {
            var (index, task) = unconfirmed.Dequeue();
            outcomes[index] = await task.ConfigureAwait(false);
            stopped |= outcomes[index] != PublishOutcome.Confirmed;
        }
    }

    private async Task<PublishOutcome> PublishAsync(IChannel channel, ChangeMessage message, CancellationToken cancellationToken)
    {
        var key = RoutingKey(message);
        if (Encoding.UTF8.GetByteCount(key) > MaxRoutingKey)
        {
            return PublishOutcome.KeyTooLong;
        }

        var properties = new BasicProperties
        {
            MessageId = message.Id.ToString("D"),
            Type = message.Type.Length <= MaxRoutingKey ? message.Type : null,
            ContentType = "application/cloudevents+json",
            ContentEncoding = "utf-8",
            DeliveryMode = DeliveryModes.Persistent,
            AppId = "newcitizen",
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.ConfirmTimeout.ToTimeSpan());
        try
        {
            await channel.BasicPublishAsync(_options.Exchange, key, mandatory: true, properties, message.Json, limit.Token).ConfigureAwait(false);
            return PublishOutcome.Confirmed;
        }
        catch (PublishException e)
        {
            return e.IsReturn ? PublishOutcome.Unroutable : PublishOutcome.Nacked;
        }
        catch (OperationCanceledException)
        {
            return PublishOutcome.TimedOut;
        }
        catch (Exception e) when (BrokerConnection.IsBrokerFault(e))
        {
            return PublishOutcome.Disconnected(BrokerConnection.Reason(e));
        }
    }
}
