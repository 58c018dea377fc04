using System.Globalization;
using System.Text.Json;
using NewCitizen.Faults.Load;
using NewCitizen.Storage;
using RabbitMQ.Client;

namespace NewCitizen.Faults.Checking;

/// <summary>Empties a queue and holds it against the feed.</summary>
internal static class QueueCheck
{
    /// <summary>How many entries of the feed are missing in the queue or came out of order the first time, and how many came again.</summary>
    public static async Task<(long Missing, long Again)> RunAsync(IEnumerable<Uri> addresses, string queue, IChangeFeed feed)
    {
        var (received, again) = await ReceiveAsync(addresses, queue);
        var missing = 0L;
        for (var agency = 0; agency < Hall.Agencies; agency++)
        {
            var (at, place) = (FeedPosition.Start, 0);
            var own = received.GetValueOrDefault(Hall.Agency(agency).Value, []);
            while (await feed.ReadChangesAsync(Hall.Agency(agency), at, 2000, default) is { Entries.Count: > 0 } page)
            {
                foreach (var entry in page.Entries)
                {
                    var sequence = string.Create(CultureInfo.InvariantCulture, $"{entry.Position.Epoch:D19}-{entry.Position.Sequence:D19}");
                    missing += place < own.Count && own[place] == sequence ? 0 : 1;
                    place++;
                }

                at = page.Position;
            }

            missing += Math.Max(0, own.Count - place);
        }

        return (missing, again);
    }

    private static async Task<(Dictionary<string, List<string>> Received, long Again)> ReceiveAsync(IEnumerable<Uri> addresses, string queue)
    {
        var factory = new ConnectionFactory();
        await using var connection = await factory.CreateConnectionAsync(addresses.Select(uri => new AmqpTcpEndpoint(uri)));
        await using var channel = await connection.CreateChannelAsync();
        var received = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (seen, again) = (new HashSet<string>(StringComparer.Ordinal), 0L);
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            using var body = JsonDocument.Parse(message.Body);
            var (agency, sequence) = (body.RootElement.GetProperty("agency").GetString()!, body.RootElement.GetProperty("sequence").GetString()!);
            if (!seen.Add(agency + sequence))
            {
                again++;
                continue;
            }

            if (!received.TryGetValue(agency, out var own))
            {
                received.Add(agency, own = []);
            }

            own.Add(sequence);
        }

        return (received, again);
    }
}
