using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Inspections;

internal sealed class HazardStore : IHazardStore, IRecordMapper<Hazard>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<Hazard> _hazards;

    public HazardStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _hazards = new(store, this, cursors);
    }

    RecordKind IRecordMapper<Hazard>.Kind => InspectionKinds.Hazard;

    public ValueTask<Hazard?> FindAsync(AgencyId agency, HazardId id, CancellationToken cancellationToken) => _hazards.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<Hazard>> ListByHomeAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken) =>
        _hazards.PageAsync(
            new RecordQuery(agency, InspectionKinds.Hazard, [FieldFilter.Equal(InspectionKinds.Home, HousingFields.Id(home.Value))], descending: true, limit: limit), after, cancellationToken);

    public ValueTask<Page<Hazard>> ListInAsync(AgencyId agency, IReadOnlyList<HazardState> states, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        var names = states.Select(state => FieldValue.Text(state.ToString())).ToArray();
        return _hazards.PageAsync(new RecordQuery(agency, InspectionKinds.Hazard, [FieldFilter.In(InspectionKinds.State, names)], limit: limit), after, cancellationToken);
    }

    public ValueTask<Page<Hazard>> ListFoundAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        Between(agency, InspectionKinds.FoundOn, from, before, limit, after, cancellationToken);

    public ValueTask<Page<Hazard>> ListClosedAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        Between(agency, InspectionKinds.ClosedOn, from, before, limit, after, cancellationToken);

    public void Stage(WriteBatch batch, Hazard hazard, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(hazard);
        var stored = new InspectionBodies.Hazard
        {
            Inspection = hazard.Inspection?.Value,
            Item = hazard.Item,
            Severity = hazard.Severity.ToString(),
            Description = hazard.Description,
            NoticedOn = hazard.NoticedOn,
            LimitWorkdays = hazard.LimitWorkdays,
            EscalationLevel = hazard.EscalationLevel,
            Steps = [.. hazard.Steps.Select(step => new InspectionBodies.Step { At = step.At.ToUnixTimeMilliseconds(), Act = step.Act.ToString(), Actor = step.Actor, Note = step.Note })],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, InspectionKinds.Hazard, hazard.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, InspectionJson.Default.Hazard);
        }

        batch.Put(
            InspectionKinds.Hazard,
            hazard.Id.Value,
            expected,
            [HousingFields.Id(hazard.Home.Value), FieldValue.Text(hazard.State.ToString()), FieldValue.Date(hazard.FoundOn), FieldValue.Date(hazard.ClosedOn)],
            body);
    }

    Guid IRecordMapper<Hazard>.IdOf(Hazard record) => record.Id.Value;

    Hazard IRecordMapper<Hazard>.Read(StoredRecord stored)
    {
        InspectionBodies.Hazard body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, InspectionJson.Default.Hazard)!;
        }

        var closed = stored[InspectionKinds.ClosedOn];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Home = new(HousingFields.Id(stored[InspectionKinds.Home])),
            Inspection = body.Inspection is { } inspection ? new InspectionId(inspection) : null,
            Item = body.Item,
            Severity = Enum.Parse<HazardSeverity>(body.Severity),
            Description = body.Description,
            State = Enum.Parse<HazardState>(stored[InspectionKinds.State].AsText()),
            FoundOn = stored[InspectionKinds.FoundOn].AsDate(),
            NoticedOn = body.NoticedOn,
            LimitWorkdays = body.LimitWorkdays,
            ClosedOn = closed.IsNull ? null : closed.AsDate(),
            EscalationLevel = body.EscalationLevel,
            Steps = [.. (body.Steps ?? []).Select(step => new HazardStep(Instant.FromUnixTimeMilliseconds(step.At), Enum.Parse<HazardAct>(step.Act), step.Actor, step.Note))],
        };
    }

    private ValueTask<Page<Hazard>> Between(AgencyId agency, string field, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        _hazards.PageAsync(
            new RecordQuery(agency, InspectionKinds.Hazard, [FieldFilter.Range(field, FieldValue.Date(from), FieldValue.Date(before))], orderBy: field, limit: limit), after, cancellationToken);
}
