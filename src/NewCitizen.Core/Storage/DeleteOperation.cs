namespace NewCitizen.Storage;

/// <summary>
/// Deletes a record for good (删除权): fields, body and index entries are gone, a tombstone keeps the version.
/// The record must be there unless <see cref="ExpectedVersion.Any"/> is expected.
/// </summary>
public sealed class DeleteOperation : WriteOperation
{
    internal DeleteOperation(RecordKey key, ExpectedVersion expected)
        : base(key, expected)
    {
    }
}
