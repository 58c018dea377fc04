using System.Diagnostics;
using NewCitizen.Relays;

namespace NewCitizen.Exchange.RabbitMq.Tests;

/// <summary>Measures how long nothing was confirmed.</summary>
internal sealed class WatchedSink(RabbitMqSink inner) : IChangeSink
{
    private long _lastGood = Stopwatch.GetTimestamp();

    public TimeSpan LongestOutage { get; private set; }

    public async ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await inner.DeliverAsync(messages, cancellationToken);
        if (result.AcceptedCount > 0)
        {
            var outage = Stopwatch.GetElapsedTime(_lastGood == 0 ? began : _lastGood);
            if (_lastGood != 0 && outage > LongestOutage) LongestOutage = outage;
            _lastGood = Stopwatch.GetTimestamp();
        }

        return result;
    }
}
