namespace NewCitizen.Storage;

/// <summary>A stretch of a feed.</summary>
/// <typeparam name="T">Type of the entries.</typeparam>
/// <param name="Entries">In the order of the feed.</param>
/// <param name="Position">Where to read on; the position asked for when there was nothing new.</param>
public sealed record FeedPage<T>(IReadOnlyList<T> Entries, FeedPosition Position);
