using System.Globalization;

namespace NewCitizen.Storage;

/// <summary>A place in a feed. Two numbers, because some stores order by transaction and then by row.</summary>
/// <param name="Epoch">Transaction or log number; 0 where a store has one only.</param>
/// <param name="Sequence">Place inside it.</param>
public readonly record struct FeedPosition(long Epoch, long Sequence) : IComparable<FeedPosition>
{
    /// <summary>Before the first entry.</summary>
    public static FeedPosition Start => default;

    /// <inheritdoc/>
    public int CompareTo(FeedPosition other) => (Epoch, Sequence).CompareTo((other.Epoch, other.Sequence));

    /// <summary>Earlier.</summary>
    public static bool operator <(FeedPosition left, FeedPosition right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(FeedPosition left, FeedPosition right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(FeedPosition left, FeedPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(FeedPosition left, FeedPosition right) => left.CompareTo(right) >= 0;

    /// <summary>Such as <c>0.42</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");
}
