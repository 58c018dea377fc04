namespace NewCitizen.Storage;

/// <summary>A record a bulk load did not write.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Reason"><see cref="CommitStatus.Conflict"/> or <see cref="CommitStatus.NotUnique"/>.</param>
/// <param name="Field">The field whose value is taken, for <see cref="CommitStatus.NotUnique"/>.</param>
public sealed record BulkRefusal(RecordKey Key, CommitStatus Reason, string? Field);
