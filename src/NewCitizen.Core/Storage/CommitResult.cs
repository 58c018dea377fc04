namespace NewCitizen.Storage;

/// <summary>Answer to a commit.</summary>
public sealed record CommitResult
{
    private CommitResult(CommitStatus status) => Status = status;

    /// <summary>How it ended.</summary>
    public CommitStatus Status { get; }

    /// <summary>Whether the batch is durable, now or by an earlier request.</summary>
    public bool IsDurable => Status is CommitStatus.Committed or CommitStatus.Replayed;

    /// <summary>
    /// Per operation: version of the record afterwards; for a delete that of the tombstone (0 if the record was never written);
    /// for a check as found, 0 if missing. Only when durable.
    /// </summary>
    public IReadOnlyList<long> Versions { get; private init; } = [];

    /// <summary>Per operation: value of the field after an increment, else 0. Only when durable.</summary>
    public IReadOnlyList<long> Values { get; private init; } = [];

    /// <summary>Position of the last entry this commit appended to the change feed, <see cref="FeedPosition.Start"/> if it appended none. Only when durable.</summary>
    public FeedPosition Position { get; private init; }

    /// <summary>Index of the operation that was refused, or -1.</summary>
    public int FailedOperation { get; private init; } = -1;

    /// <summary>On <see cref="CommitStatus.Conflict"/>: version found, or null if there was no living record.</summary>
    public long? ActualVersion { get; private init; }

    /// <summary>On <see cref="CommitStatus.NotUnique"/>: the field whose value is taken.</summary>
    public string? Field { get; private init; }

    /// <summary>On <see cref="CommitStatus.NotUnique"/>: id of the record that holds the value.</summary>
    public Guid? HolderId { get; private init; }

    /// <summary>A durable commit.</summary>
    public static CommitResult Committed(IReadOnlyList<long> versions, IReadOnlyList<long> values, FeedPosition position) =>
        new(CommitStatus.Committed) { Versions = versions, Values = values, Position = position };

    /// <summary>The answer an earlier commit of the same request got.</summary>
    public static CommitResult Replayed(IReadOnlyList<long> versions, IReadOnlyList<long> values, FeedPosition position) =>
        new(CommitStatus.Replayed) { Versions = versions, Values = values, Position = position };

    /// <summary>A record was not as expected.</summary>
    public static CommitResult Conflict(int operation, long? actualVersion) =>
        new(CommitStatus.Conflict) { FailedOperation = operation, ActualVersion = actualVersion };

    /// <summary>A unique value is taken.</summary>
    public static CommitResult NotUnique(int operation, string field, Guid? holderId) =>
        new(CommitStatus.NotUnique) { FailedOperation = operation, Field = field, HolderId = holderId };

    /// <summary>An increment would leave its bounds.</summary>
    public static CommitResult LimitReached(int operation) => new(CommitStatus.LimitReached) { FailedOperation = operation };

    /// <summary>The request key belongs to another request.</summary>
    public static CommitResult KeyReused() => new(CommitStatus.KeyReused);

    /// <summary>The answer for a batch whose first operations were checks the caller knows nothing of.</summary>
    internal CommitResult WithoutFirst(int checks) => checks == 0 ? this : new(Status)
    {
        Versions = [.. Versions.Skip(checks)],
        Values = [.. Values.Skip(checks)],
        Position = Position,
        FailedOperation = FailedOperation < 0 ? -1 : FailedOperation - checks,
        ActualVersion = ActualVersion,
        Field = Field,
        HolderId = HolderId,
    };

    internal CommitResult At(FeedPosition position) => new(Status)
    {
        Versions = Versions,
        Values = Values,
        Position = position,
        FailedOperation = FailedOperation,
        ActualVersion = ActualVersion,
        Field = Field,
        HolderId = HolderId,
    };

    /// <summary>The outcome is not known.</summary>
    public static CommitResult Unknown() => new(CommitStatus.Unknown);
}
