using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Addresses;

internal sealed class StandardAddressStore : IStandardAddressStore, IRecordMapper<StandardAddress>
{
    private readonly TypedRecords<StandardAddress> _records;

    public StandardAddressStore(IRecordStore store, PageCursorSeal cursors) => _records = new(store, this, cursors);

    public RecordKind Kind => StandardAddressKind.Kind;

    public Guid IdOf(StandardAddress record) => record.Id.Value;

    public ValueTask<StandardAddress?> FindAsync(AgencyId agency, StandardAddressId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<IReadOnlyList<StandardAddress?>> FindManyAsync(AgencyId agency, IReadOnlyList<StandardAddressId> ids, CancellationToken cancellationToken) =>
        _records.FindManyAsync(agency, ids.Select(id => id.Value), cancellationToken);

    public ValueTask<StandardAddress?> FindByTextAsync(AgencyId agency, string text, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, StandardAddressKind.Key, [FieldValue.Text(AddressKey.Of(text)), FieldValue.Text(AddressKey.Earlier(text))], cancellationToken);

    public ValueTask<Page<StandardAddress>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, descending: true, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, StandardAddress record, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(record);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new StandardAddressBody(record.Parts == AddressParts.None ? null : record.Parts),
            StandardAddressJson.Default.StandardAddressBody);
        batch.Put(
            Kind,
            record.Id.Value,
            expected,
            [FieldValue.Text(AddressKey.Of(record.Text)), FieldValue.Text(record.Text), FieldValue.Text(record.DivisionCode)],
            body);
    }

    public StandardAddress Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, StandardAddressJson.Default.StandardAddressBody)!;
        var division = stored[StandardAddressKind.Division];
        return new(
            new(stored.Key.Id),
            new(stored.Version),
            stored[StandardAddressKind.Text].AsText(),
            division.IsNull ? null : division.AsText(),
            body.Parts ?? AddressParts.None);
    }
}
