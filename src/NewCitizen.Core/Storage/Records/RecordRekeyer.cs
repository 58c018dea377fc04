using NewCitizen.Privacy;

namespace NewCitizen.Storage.Records;

/// <summary>Writes records again through their own mapper. What that would write tells what is outdated, so there is no second list of fields.</summary>
internal sealed class RecordRekeyer<T>(IRecordMapper<T> mapper, FieldProtector protector, IKeyRing keys) : IRecordRekeyer
    where T : class
{
    public RecordKind Kind => mapper.Kind;

    public bool Stage(WriteBatch batch, StoredRecord record)
    {
        T value;
        ushort oldest;
        using (var scope = ProtectionScope.Enter(protector, record.Key))
        {
            value = mapper.Read(record);
            oldest = scope.OldestKey;
        }

        var trial = new WriteBatch(batch.Agency);
        mapper.Stage(trial, value, ExpectedVersion.Exactly(record.Version));
        var put = (PutOperation)trial.Operations[0];

        // A higher number is a key another process added a moment ago: newer, not outdated.
        if (oldest >= keys.EncryptionKey.Id && put.Fields.SequenceEqual(record.Fields))
        {
            return false;
        }

        batch.Put(Kind, record.Key.Id, put.Expected, put.Fields, put.Body);
        return true;
    }
}
