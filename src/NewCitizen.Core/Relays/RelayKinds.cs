using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>How relays stand in a store: ordinary records of the reserved agency <c>system</c>, which no relay passes on.</summary>
public static class RelayKinds
{
    /// <summary>Owner of the records; no station may have this id.</summary>
    public static readonly AgencyId Agency = AgencyId.Parse("system");

    /// <summary>How far each relay has come (转发位置), and one record named <c>feed</c> that identifies the feed itself.</summary>
    public static readonly RecordKind Position = new(
        "relay_position",
        "How far each relay of the change feed has come (转发位置).",
        [
            new FieldDefinition("name", FieldType.Text, "Name of the relay"),
            new FieldDefinition("state", FieldType.Text, "running or needs-full-copy"),
            new FieldDefinition("epoch", FieldType.Integer, "Position up to which all was delivered: epoch"),
            new FieldDefinition("sequence", FieldType.Integer, "Position up to which all was delivered: sequence"),
            new FieldDefinition("holder", FieldType.Text, "Which run of the relay works on it; null for none"),
            new FieldDefinition("stream", FieldType.Text, "Of the record named feed: which history its positions belong to"),
            new FieldDefinition("updated_at", FieldType.Instant, "When this was written"),
        ],
        [new IndexDefinition("name", IndexType.Unique)]);

    /// <summary>Messages a receiver refused for good (搁置消息).</summary>
    public static readonly RecordKind Parked = new(
        "relay_parked",
        "Messages that a receiver refused for good (搁置消息).",
        [
            new FieldDefinition("relay", FieldType.Text, "Name of the relay"),
            new FieldDefinition("event_id", FieldType.Text, "Id of the event"),
            new FieldDefinition("agency", FieldType.Text, "Whose record it tells of"),
            new FieldDefinition("kind", FieldType.Text, "Kind of that record"),
            new FieldDefinition("epoch", FieldType.Integer, "Position in the feed: epoch"),
            new FieldDefinition("sequence", FieldType.Integer, "Position in the feed: sequence"),
            new FieldDefinition("reason", FieldType.Text, "Why it was refused, as a short code"),
            new FieldDefinition("parked_at", FieldType.Instant, "When it was parked"),
        ],
        [new IndexDefinition("relay", IndexType.Lookup), new IndexDefinition("parked_at", IndexType.Ordered)]);
}
