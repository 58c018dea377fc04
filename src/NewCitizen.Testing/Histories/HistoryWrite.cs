namespace NewCitizen.Testing.Histories;

/// <summary>What an operation wrote to one record.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Version">The version the store answered; for an operation that was not acknowledged the one it would have made.</param>
/// <param name="Content">The whole content afterwards. The last number is the one this operation added, and no other operation adds it.</param>
public sealed record HistoryWrite(string Key, long Version, IReadOnlyList<long> Content);
