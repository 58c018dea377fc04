namespace NewCitizen.Storage;

/// <summary>One page of results.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="Items">In the order of the request.</param>
/// <param name="Next">Hand this back for the next page; null on the last. Opaque and sealed: an altered cursor is refused.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
