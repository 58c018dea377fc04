namespace NewCitizen.Storage;

/// <summary>Turns a domain record into what a store keeps and back. One for each record kind.</summary>
/// <typeparam name="T">The domain record.</typeparam>
internal interface IRecordMapper<T>
{
    RecordKind Kind { get; }

    Guid IdOf(T record);

    void Stage(WriteBatch batch, T record, ExpectedVersion expected);

    T Read(StoredRecord stored);
}
