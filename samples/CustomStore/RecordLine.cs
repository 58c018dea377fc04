namespace CustomStore;

/// <summary>A record as it is from now on; without fields it is a tombstone.</summary>
internal sealed record RecordLine(string Agency, string Kind, Guid Id, long Version, List<string[]?>? Fields, byte[]? Body);
