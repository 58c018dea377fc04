namespace NewCitizen.Storage;

/// <summary>Writes a whole record: creates it, replaces it, or brings a deleted one back.</summary>
public sealed class PutOperation : WriteOperation
{
    internal PutOperation(RecordKey key, ExpectedVersion expected, IReadOnlyList<FieldValue> fields, ReadOnlyMemory<byte> body)
        : base(key, expected)
    {
        Fields = fields;
        Body = body;
    }

    /// <summary>Values of the declared fields.</summary>
    public IReadOnlyList<FieldValue> Fields { get; }

    /// <summary>The rest as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Body { get; }
}
