namespace NewCitizen.Storage.Sharding;

/// <summary>
/// Marks a position of a feed with its shard, in the upper bits of the epoch, so that a position from before a move is known as one of another
/// shard instead of silently skipping what is there.
/// </summary>
internal static class ShardPositions
{
    private const int Shift = 48;
    private const long MaxEpoch = (1L << Shift) - 1;

    public static readonly FeedPosition End = new(long.MaxValue, long.MaxValue);

    public static FeedPosition Mark(int ordinal, FeedPosition position) =>
        position == FeedPosition.Start ? position
            : position.Epoch is >= 0 and <= MaxEpoch ? position with { Epoch = ((ordinal + 1L) << Shift) | position.Epoch }
            : throw new InvalidOperationException("The epoch of a shard's feed has more than 48 bits.");

    /// <summary>False for a position of another shard.</summary>
    public static bool TryUnmark(int ordinal, FeedPosition position, out FeedPosition own)
    {
        // What lies beyond every shard lies beyond this one.
        var whole = position == FeedPosition.Start || OrdinalOf(position) >= ShardMap.MaxShards;
        own = whole ? position : position with { Epoch = position.Epoch & MaxEpoch };
        return whole || OrdinalOf(position) == ordinal;
    }

    public static int OrdinalOf(FeedPosition position) => (int)(position.Epoch >> Shift) - 1;
}
