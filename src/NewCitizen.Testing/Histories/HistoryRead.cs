namespace NewCitizen.Testing.Histories;

/// <summary>What an operation saw of one record.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Version">Its version; 0 if there was none.</param>
/// <param name="Content">What it held: one number for a register, all numbers for a list; empty if there was none.</param>
public sealed record HistoryRead(string Key, long Version, IReadOnlyList<long> Content);
