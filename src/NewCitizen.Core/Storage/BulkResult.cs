namespace NewCitizen.Storage;

/// <summary>Outcome of a bulk load.</summary>
/// <param name="Loaded">Records written.</param>
/// <param name="Refused">Keys of records that were not written, with the reason: a conflict or a value that is taken.</param>
public sealed record BulkResult(long Loaded, IReadOnlyList<BulkRefusal> Refused);
