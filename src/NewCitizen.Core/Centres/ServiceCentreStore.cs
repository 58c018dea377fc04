using System.Collections.Concurrent;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Centres;

internal sealed class ServiceCentreStore : IServiceCentreStore, IRecordMapper<ServiceCentre>
{
    // A centre of twenty windows is some 10 KB decoded; a district has tens of centres.
    private const int MaxKept = 256;

    private readonly TypedRecords<ServiceCentre> _records;
    private readonly ConcurrentDictionary<RecordKey, Decoded> _decoded = new();

    public ServiceCentreStore(IRecordStore store, PageCursorSeal cursors) => _records = new(store, this, cursors);

    public RecordKind Kind => CentreKinds.ServiceCentre;

    public Guid IdOf(ServiceCentre record) => record.Id.Value;

    public ValueTask<ServiceCentre?> FindAsync(AgencyId agency, ServiceCentreId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<ServiceCentre?> FindByCodeAsync(AgencyId agency, string code, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, CentreKinds.Code, [FieldValue.Text(code)], cancellationToken);

    public ValueTask<Page<ServiceCentre>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, ServiceCentre centre, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(centre);
        batch.Put(
            Kind,
            centre.Id.Value,
            expected,
            [FieldValue.Text(centre.Code), FieldValue.Text(centre.Name), FieldValue.Text(centre.Kind.ToString())],
            JsonSerializer.SerializeToUtf8Bytes(CentreCodec.Write(centre), CentreJson.Default.CentreBody));
    }

    public ServiceCentre Read(StoredRecord stored)
    {
        // The bytes are compared too, which costs next to nothing: after a restore from a backup a version may come again with other content.
        if (_decoded.TryGetValue(stored.Key, out var known)
            && known.Centre.Revision.Version == stored.Version
            && known.Body.AsSpan().SequenceEqual(stored.Body.Span)
            && known.Fields.SequenceEqual(stored.Fields))
        {
            return known.Centre;
        }

        var body = JsonSerializer.Deserialize(stored.Body.Span, CentreJson.Default.CentreBody)!;
        var centre = CentreCodec.Read(
            body,
            new(stored.Key.Id),
            stored[CentreKinds.Code].AsText(),
            stored[CentreKinds.Name].AsText(),
            Enum.Parse<CentreKind>(stored[CentreKinds.Type].AsText()),
            text => new(Guid.ParseExact(text, "N"))) with
        { Revision = new(stored.Version) };
        if (_decoded.Count >= MaxKept)
        {
            _decoded.Clear();
        }

        _decoded[stored.Key] = new(centre, stored.Body.ToArray(), stored.Fields);
        return centre;
    }

    private sealed record Decoded(ServiceCentre Centre, byte[] Body, IReadOnlyList<FieldValue> Fields);
}
