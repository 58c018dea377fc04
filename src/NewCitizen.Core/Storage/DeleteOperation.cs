namespace NewCitizen.Storage;

/// <summary>
/// Deletes a record for good (删除权): fields, body and index entries are gone, a tombstone keeps the version.
/// A delete is a write, so the tombstone's version is one higher: whoever follows the feed by versions sees it.
/// The record must be there unless <see cref="ExpectedVersion.Any"/> is expected; then deleting what is not there writes nothing.
/// </summary>
public sealed class DeleteOperation : WriteOperation
{
    internal DeleteOperation(RecordKey key, ExpectedVersion expected)
        : base(key, expected)
    {
    }
}
