namespace NewCitizen.Storage;

/// <summary>Something a feature wants others to hear of (领域事件); appended to the change feed in the same commit. Never holds personal values.</summary>
/// <param name="Type">Lower dotted name, such as <c>residents.merged</c>.</param>
/// <param name="Subject">The record it is about.</param>
/// <param name="Payload">UTF-8 JSON, or empty.</param>
public sealed record DomainEvent(string Type, RecordKey Subject, ReadOnlyMemory<byte> Payload);
