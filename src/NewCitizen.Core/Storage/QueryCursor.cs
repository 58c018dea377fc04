namespace NewCitizen.Storage;

/// <summary>The last record of a page: where the next one goes on (keyset paging).</summary>
/// <param name="OrderValue">Its value of the field the query is ordered by; null when ordered by id.</param>
/// <param name="Id">Its id.</param>
public readonly record struct QueryCursor(FieldValue OrderValue, Guid Id);
