namespace NewCitizen.Storage;

/// <summary>
/// Adds to an integer field inside the store, within bounds: how seats, beds and ticket numbers are taken.
/// Outside the bounds the whole batch is refused as <see cref="CommitStatus.LimitReached"/>. Null counts as 0.
/// </summary>
public sealed class IncrementOperation : WriteOperation
{
    internal IncrementOperation(RecordKey key, string field, long delta, long minimum, long maximum)
        : base(key, ExpectedVersion.Exists)
    {
        Field = field;
        Delta = delta;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Name of a declared, single-valued integer field.</summary>
    public string Field { get; }

    /// <summary>What to add; may be negative.</summary>
    public long Delta { get; }

    /// <summary>Lowest value allowed afterwards.</summary>
    public long Minimum { get; }

    /// <summary>Highest value allowed afterwards.</summary>
    public long Maximum { get; }
}
