using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Cases;

internal sealed class ServiceCaseStore : IServiceCaseStore, IRecordMapper<ServiceCase>
{
    private readonly FieldProtector _protector;
    private readonly BlindIndexer _indexer;
    private readonly IWorkCalendarSource _calendars;
    private readonly TypedRecords<ServiceCase> _records;

    public ServiceCaseStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer, IWorkCalendarSource calendars)
    {
        _protector = protector;
        _indexer = indexer;
        _calendars = calendars;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => CaseKinds.ServiceCase;

    public Guid IdOf(ServiceCase record) => record.Id.Value;

    public ValueTask<ServiceCase?> FindAsync(AgencyId agency, ServiceCaseId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<ServiceCase?> FindByNumberAsync(AgencyId agency, string number, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, CaseKinds.Number, [FieldValue.Text(number)], cancellationToken);

    public ValueTask<Page<ServiceCase>> ListAsync(AgencyId agency, IReadOnlyList<CaseState> states, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(agency, states.Count == 0 ? null : FieldFilter.In(CaseKinds.State, [.. states.Select(state => FieldValue.Text(state.ToString()))]), limit, after, cancellationToken);

    public ValueTask<Page<ServiceCase>> ListByResidentAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(agency, FieldFilter.Equal(CaseKinds.Resident, Bytes(resident.Value)), limit, after, cancellationToken);

    public ValueTask<Page<ServiceCase>> ListByDocumentAsync(AgencyId agency, IdentityDocument document, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(agency, FieldFilter.In(CaseKinds.Applicant, [.. Blind(document).Select(FieldValue.Bytes)]), limit, after, cancellationToken);

    public ValueTask<Page<ServiceCase>> ListDueBeforeAsync(AgencyId agency, LocalDate day, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(agency, Kind, [FieldFilter.Range(CaseKinds.DueOn, FieldValue.Null, FieldValue.Date(day))], CaseKinds.DueOn, limit: limit), after, cancellationToken);

    public ValueTask<Page<ServiceCase>> ListDatedAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(
                agency,
                Kind,
                [FieldFilter.In(CaseKinds.DueState, [FieldValue.Text(nameof(CaseDueStatus.Known)), FieldValue.Text(nameof(CaseDueStatus.NotAnnounced))])],
                limit: limit),
            after,
            cancellationToken);

    public void Stage(WriteBatch batch, ServiceCase own, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(own);
        var document = own.Applicant.Document;
        var stored = new CaseBodies.Case
        {
            Channel = (int)own.Channel,
            Name = own.Applicant.Name?.ToString("F"),
            DocumentNumber = document?.RevealNumber(),
            DocumentKind = document is null ? 0 : (int)document.Kind,
            DocumentCountry = document?.IssuingCountry,
            Phone = own.Applicant.Phone?.ToString("F"),
            Papers = own.Papers.Count == 0 ? null : [.. own.Papers],
            AskedFor = own.AskedFor is null ? null : [.. own.AskedFor],
            Centre = own.Centre?.Value,
            Window = own.Window,
            Appointment = own.Appointment,
            Ticket = own.Ticket,
            AcceptedOn = own.AcceptedOn,
            Limit = StoredTimeLimit.From(own.Limit),
            LimitSource = own.LimitBasis?.Source,
            LimitArticle = own.LimitBasis?.Article,
            Steps = [.. own.Steps.Select(step => new CaseBodies.Step { At = step.At.ToUnixTimeMilliseconds(), Act = step.Act.ToString(), Actor = step.Actor, Reason = step.Reason })],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, Kind, own.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, CaseJson.Default.Case);
        }

        var due = own.Due(_calendars.Current);
        batch.Put(
            Kind,
            own.Id.Value,
            expected,
            [
                FieldValue.Text(own.Number),
                Bytes(own.Item.Value),
                FieldValue.Text(own.State.ToString()),
                own.Applicant.Resident is { } resident ? Bytes(resident.Value) : FieldValue.Null,
                FieldValue.Many(document is null ? [] : [.. (_indexer.IsRotating ? Blind(document) : [Blind(document)[0]]).Select(FieldValue.Bytes)]),
                FieldValue.Date(due.LastDay),
                FieldValue.Text(due.Status.ToString()),
                FieldValue.Date(CaseFlow.IsEnd(own.State) ? ShanghaiTime.DateOf(own.LastAt) : null),
            ],
            body);
    }

    public ServiceCase Read(StoredRecord stored)
    {
        CaseBodies.Case body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, CaseJson.Default.Case)!;
        }

        var resident = stored[CaseKinds.Resident];
        var due = stored[CaseKinds.DueOn];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Number = stored[CaseKinds.Number].AsText(),
            Item = new(Id(stored[CaseKinds.Item])),
            Channel = (ServiceChannels)body.Channel,
            State = Enum.Parse<CaseState>(stored[CaseKinds.State].AsText()),
            Applicant = new(
                resident.IsNull ? null : new ResidentId(Id(resident)),
                body.Name is { } name ? PersonName.Parse(name) : null,
                body.DocumentNumber is { } number
                    ? IdentityDocument.Create((IdentityDocumentKind)body.DocumentKind, number, body.DocumentCountry, asOf: LocalDate.MaxIsoValue)
                    : null,
                body.Phone is { } phone ? MobileNumber.Parse(phone) : null),
            Papers = body.Papers ?? [],
            AskedFor = body.AskedFor,
            Centre = body.Centre is { } centre ? new(centre) : null,
            Window = body.Window,
            Appointment = body.Appointment,
            Ticket = body.Ticket,
            AcceptedOn = body.AcceptedOn,
            Limit = body.Limit?.ToLimit(),
            LimitBasis = body.LimitSource is { } source ? new(source, body.LimitArticle) : null,
            Steps = [.. body.Steps.Select(step => new CaseStep(Instant.FromUnixTimeMilliseconds(step.At), Enum.Parse<CaseAct>(step.Act), step.Actor, step.Reason))],
            DueOnFile = due.IsNull ? null : due.AsDate(),
        };
    }

    internal static FieldValue Bytes(Guid id) => FieldValue.Bytes(id.ToByteArray(bigEndian: true));

    internal static Guid Id(FieldValue value) => new(value.AsBytes(), bigEndian: true);

    private ValueTask<Page<ServiceCase>> PageAsync(AgencyId agency, FieldFilter? condition, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, condition is null ? [] : [condition], descending: true, limit: limit), after, cancellationToken);

    private IReadOnlyList<byte[]> Blind(IdentityDocument document) => _indexer.ComputeAll(Kind.Name, CaseKinds.Applicant, "exact", document.ToMatchKey());
}
