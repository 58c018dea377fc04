namespace CustomStore;

/// <summary>A request key with the answer it got.</summary>
internal sealed record RequestLine(string Agency, string Key, byte[] Digest, long[] Versions, long[] Values);
