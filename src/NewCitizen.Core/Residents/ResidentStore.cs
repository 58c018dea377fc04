using NewCitizen.Agencies;
using NewCitizen.Identity;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Residents;

internal sealed class ResidentStore : IResidentStore, IRecordMapper<Resident>
{
    private readonly ResidentCodec _codec;
    private readonly ResidentIndexes _indexes;
    private readonly TypedRecords<Resident> _records;

    public ResidentStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer)
    {
        _codec = new(protector);
        _indexes = new(indexer);
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => ResidentKind.Kind;

    public Guid IdOf(Resident record) => record.Id.Value;

    public ValueTask<Resident?> FindAsync(AgencyId agency, ResidentId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<IReadOnlyList<Resident?>> FindManyAsync(AgencyId agency, IReadOnlyList<ResidentId> ids, CancellationToken cancellationToken) =>
        _records.FindManyAsync(agency, ids.Select(id => id.Value), cancellationToken);

    public ValueTask<Resident?> FindByDocumentAsync(AgencyId agency, IdentityDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _records.FirstAsync(agency, ResidentKind.Documents, _indexes.DocumentQuery(document), cancellationToken);
    }

    public ValueTask<Page<Resident>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, Resident record, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(record);
        var body = _codec.Write(new RecordKey(batch.Agency, Kind, record.Id.Value), record);
        batch.Put(Kind, record.Id.Value, expected, _indexes.Fields(record), body);
    }

    public Resident Read(StoredRecord stored) => _codec.Read(stored);
}
