namespace NewCitizen.Storage;

/// <summary>Result of an integrity check.</summary>
/// <param name="Records">Living records seen.</param>
/// <param name="Problems">What is wrong, without personal values; empty when all is well.</param>
public sealed record StoreCheck(long Records, IReadOnlyList<string> Problems);
