using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>A message that a receiver refused for good (搁置消息).</summary>
/// <param name="Id">Id of the parked record.</param>
/// <param name="Relay">Name of the relay.</param>
/// <param name="EventId">Id of the event, as the receiver sees it.</param>
/// <param name="Reason">Why it was refused, as a short code.</param>
/// <param name="ParkedAt">When.</param>
/// <param name="Entry">The entry of the feed.</param>
public sealed record ParkedMessage(Guid Id, string Relay, Guid EventId, string Reason, Instant ParkedAt, ChangeEntry Entry)
{
    internal Guid Stream { get; init; }

    internal static Guid IdOf(string relay, Guid eventId) => HashedId.Of($"parked/{relay}/{eventId:D}");

    internal static WriteBatch AddTo(WriteBatch batch, string relay, ChangeMessage message, string reason, Instant now)
    {
        var entry = message.Entry;
        var body = new ParkedBody
        {
            Stream = message.Stream,
            Change = ParkedBody.Name(entry.Type),
            RecordId = entry.Id,
            Version = entry.Version,
            EventType = entry.EventType,
            Payload = entry.Payload.ToArray(),
        };

        // Whatever is there: a store restored to before the position was written parks the same message again.
        return batch.Put(
            RelayKinds.Parked,
            IdOf(relay, message.Id),
            ExpectedVersion.Any,
            [
                FieldValue.Text(relay),
                FieldValue.Text(message.Id.ToString("D")),
                FieldValue.Text(entry.Agency.Value),
                FieldValue.Text(entry.Kind),
                FieldValue.Integer(entry.Position.Epoch),
                FieldValue.Integer(entry.Position.Sequence),
                FieldValue.Text(reason),
                FieldValue.Instant(now),
            ],
            JsonSerializer.SerializeToUtf8Bytes(body, RelayJson.Default.ParkedBody));
    }

    internal static ParkedMessage Read(StoredRecord record)
    {
        try
        {
            var body = JsonSerializer.Deserialize(record.Body.Span, RelayJson.Default.ParkedBody) ?? throw new FormatException();
            var entry = new ChangeEntry(
                new FeedPosition(record["epoch"].AsInteger(), record["sequence"].AsInteger()),
                body.Type,
                AgencyId.Parse(record["agency"].AsText()),
                record["kind"].AsText(),
                body.RecordId,
                body.Version,
                body.EventType,
                body.Payload);
            return new ParkedMessage(
                record.Key.Id, record["relay"].AsText(), Guid.Parse(record["event_id"].AsText()), record["reason"].AsText(), record["parked_at"].AsInstant(), entry)
            {
                Stream = body.Stream,
            };
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or JsonException)
        {
            throw new NewCitizenException(RelayErrors.PositionMalformed, e, record.Key.Id.ToString());
        }
    }
}
