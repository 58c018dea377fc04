using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Inspections;

internal sealed class InspectionStore : IInspectionStore, IRecordMapper<Inspection>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<Inspection> _inspections;

    public InspectionStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _inspections = new(store, this, cursors);
    }

    RecordKind IRecordMapper<Inspection>.Kind => InspectionKinds.Inspection;

    public ValueTask<Inspection?> FindAsync(AgencyId agency, InspectionId id, CancellationToken cancellationToken) => _inspections.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<Page<Inspection>> ListByHomeAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken) =>
        _inspections.PageAsync(
            new RecordQuery(agency, InspectionKinds.Inspection, [FieldFilter.Equal(InspectionKinds.Home, HousingFields.Id(home.Value))], descending: true, limit: limit), after, cancellationToken);

    public ValueTask<Page<Inspection>> ListOpenAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _inspections.PageAsync(new RecordQuery(agency, InspectionKinds.Inspection, orderBy: InspectionKinds.OpenUntil, limit: limit), after, cancellationToken);

    public ValueTask<Page<Inspection>> ListDoneAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        _inspections.PageAsync(
            new RecordQuery(
                agency,
                InspectionKinds.Inspection,
                [FieldFilter.Range(InspectionKinds.DoneOn, FieldValue.Date(from), FieldValue.Date(before))],
                orderBy: InspectionKinds.DoneOn,
                limit: limit),
            after,
            cancellationToken);

    public void Stage(WriteBatch batch, Inspection inspection, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(inspection);
        var stored = new InspectionBodies.Inspection
        {
            Template = inspection.Template,
            TemplateVersion = inspection.TemplateVersion,
            State = inspection.State.ToString(),
            DueOn = inspection.DueOn,
            Grade = inspection.Grade?.ToString(),
            Inspector = inspection.Inspector,
            PeopleFound = inspection.PeopleFound,
            Answers = inspection.Answers.Count == 0
                ? null
                : [.. inspection.Answers.Select(answer => new InspectionBodies.Answer { Item = answer.Item, Verdict = answer.Verdict.ToString(), Note = answer.Note })],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, InspectionKinds.Inspection, inspection.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, InspectionJson.Default.Inspection);
        }

        var open = inspection.State == InspectionState.Planned;
        batch.Put(
            InspectionKinds.Inspection,
            inspection.Id.Value,
            expected,
            [
                HousingFields.Id(inspection.Home.Value),
                open ? FieldValue.Text($"{inspection.Home.Value:N}/{inspection.Template}") : FieldValue.Null,
                open ? FieldValue.Date(inspection.DueOn) : FieldValue.Null,
                FieldValue.Date(inspection.DoneOn),
            ],
            body);
    }

    Guid IRecordMapper<Inspection>.IdOf(Inspection record) => record.Id.Value;

    Inspection IRecordMapper<Inspection>.Read(StoredRecord stored)
    {
        InspectionBodies.Inspection body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, InspectionJson.Default.Inspection)!;
        }

        var done = stored[InspectionKinds.DoneOn];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Home = new(HousingFields.Id(stored[InspectionKinds.Home])),
            Template = body.Template,
            TemplateVersion = body.TemplateVersion,
            State = Enum.Parse<InspectionState>(body.State),
            DueOn = body.DueOn,
            Grade = body.Grade is { } grade ? Enum.Parse<RiskGrade>(grade) : null,
            DoneOn = done.IsNull ? null : done.AsDate(),
            Inspector = body.Inspector,
            PeopleFound = body.PeopleFound,
            Answers = [.. (body.Answers ?? []).Select(answer => new InspectionAnswer(answer.Item, Enum.Parse<AnswerVerdict>(answer.Verdict), answer.Note))],
        };
    }
}
