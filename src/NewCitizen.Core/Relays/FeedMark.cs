using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>All entries up to a position were committed by a moment.</summary>
internal sealed class FeedMark
{
    public required long UnixMilliseconds { get; init; }

    public required long Epoch { get; init; }

    public required long Sequence { get; init; }

    internal FeedPosition Position => new(Epoch, Sequence);
}
