namespace NewCitizen.Relays;

/// <summary>Where all relays stood at some moments, oldest first: a feed holds no times, so its age is known from these.</summary>
internal sealed class FeedMarks
{
    public IReadOnlyList<FeedMark> Marks { get; init; } = [];
}
