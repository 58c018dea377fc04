namespace NewCitizen.Storage;

/// <summary>One page of an answer.</summary>
/// <param name="Records">In the order of the query.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, QueryCursor? Next);
