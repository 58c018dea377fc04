using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Collection;

internal sealed class CollectionStore : ICollectionStore, IRecordMapper<StayReport>, IRecordMapper<StayFile>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<StayReport> _reports;
    private readonly TypedRecords<StayFile> _stays;

    public CollectionStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _reports = new(store, this, cursors);
        _stays = new(store, this, cursors);
    }

    RecordKind IRecordMapper<StayReport>.Kind => CollectionKinds.StayReport;

    RecordKind IRecordMapper<StayFile>.Kind => CollectionKinds.StayFile;

    public ValueTask<StayReport?> FindReportAsync(AgencyId agency, StayReportId id, CancellationToken cancellationToken) => _reports.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<StayReport?> FindReportAsync(AgencyId agency, string receipt, CancellationToken cancellationToken) =>
        _reports.FirstAsync(agency, CollectionKinds.Receipt, [FieldValue.Text(receipt)], cancellationToken);

    public ValueTask<Page<StayReport>> ListReportsAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken) =>
        _reports.PageAsync(Of(agency, CollectionKinds.StayReport, CollectionKinds.Resident, resident.Value, limit), after, cancellationToken);

    public ValueTask<StayFile?> FindStayAsync(AgencyId agency, StayFileId id, CancellationToken cancellationToken) => _stays.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<StayFile>> ListStaysAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken) =>
        _stays.PageAsync(Of(agency, CollectionKinds.StayFile, CollectionKinds.Resident, resident.Value, limit), after, cancellationToken);

    public ValueTask<Page<StayFile>> ListStaysAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken) =>
        _stays.PageAsync(Of(agency, CollectionKinds.StayFile, CollectionKinds.Home, home.Value, limit), after, cancellationToken);

    public void Stage(WriteBatch batch, StayReport report, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(report);
        var stored = new CollectionBodies.Report
        {
            Kind = report.Kind.ToString(),
            Address = report.Address.Value,
            Home = report.Home?.Value,
            On = report.On,
            At = report.ReportedAt.ToUnixTimeMilliseconds(),
            Actor = report.Actor,
            Channel = report.Channel,
            Facts = report.FactNames.Count == 0 ? null : [.. report.FactNames],
            Tasks = report.Tasks.Count == 0 ? null : [.. report.Tasks.Select(task => task.Value)],
            Statement = report.Statement,
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, CollectionKinds.StayReport, report.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, CollectionJson.Default.Report);
        }

        batch.Put(
            CollectionKinds.StayReport,
            report.Id.Value,
            expected,
            [
                GridFields.Id(report.Resident.Value),
                GridFields.Id(report.Stay?.Value),
                FieldValue.Text(report.Party.ToString()),
                FieldValue.Text(report.State.ToString()),
                FieldValue.Date(ShanghaiTime.DateOf(report.ReportedAt)),
                FieldValue.Text(report.Receipt),
            ],
            body);
    }

    public void Stage(WriteBatch batch, StayFile stay, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(stay);
        var stored = new CollectionBodies.Stay
        {
            Facts = [.. stay.Facts.Select(Body)],
            Past = stay.Past.Count == 0 ? null : [.. stay.Past.Select(past => new CollectionBodies.Past { Fact = Body(past.Fact), EndedOn = past.EndedOn, Task = past.Task?.Value })],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, CollectionKinds.StayFile, stay.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, CollectionJson.Default.Stay);
        }

        batch.Put(
            CollectionKinds.StayFile,
            stay.Id.Value,
            expected,
            [
                GridFields.Id(stay.Resident.Value),
                GridFields.Id(stay.Address.Value),
                GridFields.Id(stay.Home?.Value),
                FieldValue.Text(stay.IsEnded ? null : $"{stay.Resident.Value:N}/{stay.Address.Value:N}"),
                FieldValue.Date(stay.Since),
                FieldValue.Date(stay.Until),
            ],
            body);
    }

    Guid IRecordMapper<StayReport>.IdOf(StayReport record) => record.Id.Value;

    Guid IRecordMapper<StayFile>.IdOf(StayFile record) => record.Id.Value;

    StayReport IRecordMapper<StayReport>.Read(StoredRecord stored)
    {
        CollectionBodies.Report body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, CollectionJson.Default.Report)!;
        }

        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Party = Enum.Parse<ReportingParty>(stored[CollectionKinds.Party].AsText()),
            Kind = Enum.Parse<StayReportKind>(body.Kind),
            State = Enum.Parse<StayReportState>(stored[CollectionKinds.State].AsText()),
            Resident = new(GridFields.Id(stored[CollectionKinds.Resident])),
            Stay = GridFields.MaybeId(stored[CollectionKinds.Stay]) is { } stay ? new(stay) : null,
            Address = new(body.Address),
            Home = body.Home is { } home ? new(home) : null,
            On = body.On,
            ReportedAt = Instant.FromUnixTimeMilliseconds(body.At),
            Actor = body.Actor,
            Channel = body.Channel,
            FactNames = body.Facts ?? [],
            Tasks = [.. (body.Tasks ?? []).Select(task => new GridTaskId(task))],
            Statement = body.Statement,
        };
    }

    StayFile IRecordMapper<StayFile>.Read(StoredRecord stored)
    {
        CollectionBodies.Stay body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, CollectionJson.Default.Stay)!;
        }

        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Resident = new(GridFields.Id(stored[CollectionKinds.Resident])),
            Address = new(GridFields.Id(stored[CollectionKinds.Address])),
            Home = GridFields.MaybeId(stored[CollectionKinds.Home]) is { } home ? new(home) : null,
            Facts = [.. (body.Facts ?? []).Select(Fact)],
            Past = [.. (body.Past ?? []).Select(past => new PastFact(Fact(past.Fact), past.EndedOn, past.Task is { } task ? new(task) : null))],
        };
    }

    private static CollectionBodies.Fact Body(OccupancyFact fact) => new()
    {
        Name = fact.Name,
        Value = fact.Value,
        Party = fact.Party.ToString(),
        Report = fact.Report.Value,
        StatedOn = fact.StatedOn,
        Confidence = fact.Confidence.ToString(),
        ConfirmedBy = fact.ConfirmedBy.Count == 0 ? null : [.. fact.ConfirmedBy.Select(party => party.ToString())],
        Rivals = fact.Rivals.Count == 0 ? null : [.. fact.Rivals.Select(Body)],
        Task = fact.Task?.Value,
    };

    private static OccupancyFact Fact(CollectionBodies.Fact body) => new()
    {
        Name = body.Name,
        Value = body.Value,
        Party = Enum.Parse<ReportingParty>(body.Party),
        Report = new(body.Report),
        StatedOn = body.StatedOn,
        Confidence = Enum.Parse<FactConfidence>(body.Confidence),
        ConfirmedBy = [.. (body.ConfirmedBy ?? []).Select(Enum.Parse<ReportingParty>)],
        Rivals = [.. (body.Rivals ?? []).Select(Fact)],
        Task = body.Task is { } task ? new(task) : null,
    };

    private static RecordQuery Of(AgencyId agency, RecordKind kind, string field, Guid id, int limit) =>
        new(agency, kind, [FieldFilter.Equal(field, GridFields.Id(id))], descending: true, limit: limit);
}
