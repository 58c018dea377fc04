namespace NewCitizen.Storage;

/// <summary>Writes nothing; the batch is refused unless the record is as expected when it commits.</summary>
public sealed class CheckOperation : WriteOperation
{
    internal CheckOperation(RecordKey key, ExpectedVersion expected)
        : base(key, expected)
    {
    }
}
