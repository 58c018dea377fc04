namespace NewCitizen.Storage;

/// <summary>One step of a <see cref="WriteBatch"/>. The four kinds below are all there are.</summary>
public abstract class WriteOperation
{
    private protected WriteOperation(RecordKey key, ExpectedVersion expected)
    {
        Key = key;
        Expected = expected;
    }

    /// <summary>The record it is about.</summary>
    public RecordKey Key { get; }

    /// <summary>What must be there, or the whole batch is refused as <see cref="CommitStatus.Conflict"/>.</summary>
    public ExpectedVersion Expected { get; }
}
