using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Services;

internal sealed class ServiceItemStore : IServiceItemStore, IRecordMapper<ServiceItem>
{
    private readonly TypedRecords<ServiceItem> _records;

    public ServiceItemStore(IRecordStore store, PageCursorSeal cursors) => _records = new(store, this, cursors);

    public RecordKind Kind => ServiceKinds.ServiceItem;

    public Guid IdOf(ServiceItem record) => record.Id.Value;

    public ValueTask<ServiceItem?> FindAsync(AgencyId agency, ServiceItemId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<ServiceItem?> FindByCodeAsync(AgencyId agency, string code, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, ServiceKinds.Code, [FieldValue.Text(code)], cancellationToken);

    public ValueTask<Page<ServiceItem>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, ServiceItem item, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(item);
        batch.Put(
            Kind,
            item.Id.Value,
            expected,
            [FieldValue.Text(item.Code), FieldValue.Text(item.Name)],
            JsonSerializer.SerializeToUtf8Bytes(ServiceItemBody.From(item), ServiceItemJson.Default.ServiceItemBody));
    }

    public ServiceItem Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, ServiceItemJson.Default.ServiceItemBody)!;
        return body.ToItem(new(stored.Key.Id), stored[ServiceKinds.Code].AsText(), stored[ServiceKinds.Name].AsText()) with { Revision = new(stored.Version) };
    }
}
