namespace CustomStore;

/// <summary>An event of the change feed.</summary>
internal sealed record EventLine(string Agency, string Kind, Guid Id, string Type, byte[] Payload);
