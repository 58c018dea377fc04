using NewCitizen.Agencies;

namespace NewCitizen.Storage;

/// <summary>One entry of the change feed (变更流, outbox). Holds no personal value: readers fetch the record.</summary>
/// <param name="Position">Its place in the feed.</param>
/// <param name="Type">What it tells.</param>
/// <param name="Agency">Whose record.</param>
/// <param name="Kind">Name of the record kind.</param>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">Version after the change, for <see cref="ChangeType.Deleted"/> that of the tombstone; 0 for an event.</param>
/// <param name="EventType">Name of the event, for <see cref="ChangeType.Event"/>.</param>
/// <param name="Payload">Payload of the event, for <see cref="ChangeType.Event"/>.</param>
public sealed record ChangeEntry(
    FeedPosition Position,
    ChangeType Type,
    AgencyId Agency,
    string Kind,
    Guid Id,
    long Version,
    string? EventType,
    ReadOnlyMemory<byte> Payload);
