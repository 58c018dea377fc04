namespace NewCitizen.Testing.Histories;

/// <summary>Something no store that keeps the contract can produce.</summary>
/// <param name="Kind">What it is called.</param>
/// <param name="Description">The operations that show it.</param>
public sealed record HistoryAnomaly(HistoryAnomalyKind Kind, string Description);
