namespace NewCitizen.Storage.Copying;

/// <summary>How far a copy or comparison is.</summary>
/// <param name="Step">What it is doing.</param>
/// <param name="Kind">The kind of records it is at; null while it is at the audit trail.</param>
/// <param name="Read">Records (with tombstones) or audit entries read from the source in this step, over all kinds.</param>
/// <param name="Written">Of them written to the target.</param>
public sealed record StoreCopyProgress(StoreCopyStep Step, string? Kind, long Read, long Written);
