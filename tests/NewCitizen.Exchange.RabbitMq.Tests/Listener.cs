using System.Text.Json;
using RabbitMQ.Client;

namespace NewCitizen.Exchange.RabbitMq.Tests;

/// <summary>A receiver that keeps the first occurrence of each event.</summary>
internal static class Listener
{
    /// <summary>Reads a queue to its end.</summary>
    public static async Task<List<JsonElement>> ReadAllAsync(Uri address, string queue)
    {
        var factory = new ConnectionFactory { Uri = address };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var events = new List<JsonElement>();
        for (var empty = 0; empty < 3;)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is not { } got)
            {
                empty++;
                await Task.Delay(200);
                continue;
            }

            empty = 0;
            using var json = JsonDocument.Parse(got.Body);
            Assert.Equal(json.RootElement.GetProperty("id").GetString(), got.BasicProperties.MessageId);
            Assert.Equal(DeliveryModes.Persistent, got.BasicProperties.DeliveryMode);
            events.Add(json.RootElement.Clone());
        }

        return events;
    }

    /// <summary>Counts what the office wrote and the receiver did not get, and fails on any disorder.</summary>
    public static (int Lost, int Doubled) Compare(BusyOffice office, List<JsonElement> events)
    {
        var lost = 0;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in BusyOffice.Agencies)
        {
            var highest = string.Empty;
            foreach (var sequence in events.Where(e => e.GetProperty("agency").GetString() == agency.Value).Select(e => e.GetProperty("sequence").GetString()!))
            {
                if (!kept.Add(sequence)) continue;
                Assert.True(string.CompareOrdinal(sequence, highest) > 0, $"{sequence} is seen for the first time after {highest}");
                highest = sequence;
            }
        }

        foreach (var (_, position) in office.Written)
        {
            lost += kept.Contains($"{position.Epoch:D19}-{position.Sequence:D19}") ? 0 : 1;
        }

        Assert.True(kept.Count <= office.Written.Count, "the receiver got what nobody wrote");
        return (lost, events.Count - kept.Count);
    }
}
