using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Divisions;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Permits;

internal sealed class PermitStore : IPermitStore, IRecordMapper<ResidencePermit>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<ResidencePermit> _records;

    public PermitStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => PermitKinds.ResidencePermit;

    public Guid IdOf(ResidencePermit record) => record.Id.Value;

    public ValueTask<ResidencePermit?> FindAsync(AgencyId agency, ResidencePermitId id, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<ResidencePermit?> FindByNumberAsync(AgencyId agency, PermitNumber number, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, PermitKinds.Number, [FieldValue.Text(number.ToCompactString())], cancellationToken);

    public ValueTask<Page<ResidencePermit>> ListAsync(AgencyId agency, PermitState? state, LocalDate on, int limit, string? after, CancellationToken cancellationToken) => PageAsync(
        agency,
        state switch
        {
            null => [],
            PermitState.Active => [Stored(PermitState.Active), FieldFilter.Range(PermitKinds.ActiveThrough, FieldValue.Date(on), FieldValue.Null)],
            PermitState.Suspended => [Stored(PermitState.Active, PermitState.Suspended), FieldFilter.Range(PermitKinds.ActiveThrough, FieldValue.Null, FieldValue.Date(on))],
            { } other => [Stored(other)],
        },
        limit,
        after,
        cancellationToken);

    public ValueTask<Page<ResidencePermit>> ListByHolderAsync(AgencyId agency, ResidentId holder, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(agency, [FieldFilter.Equal(PermitKinds.Holder, Bytes(holder.Value))], limit, after, cancellationToken);

    public ValueTask<Page<ResidencePermit>> ListDueBeforeAsync(AgencyId agency, LocalDate day, int limit, string? after, CancellationToken cancellationToken) =>
        BeforeAsync(agency, PermitKinds.DueOn, day, [], limit, after, cancellationToken);

    public ValueTask<Page<ResidencePermit>> ListRemindersAsync(AgencyId agency, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        BeforeAsync(agency, PermitKinds.RemindOn, before, [], limit, after, cancellationToken);

    public ValueTask<Page<ResidencePermit>> ListLapsedAsync(AgencyId agency, LocalDate before, int limit, string? after, CancellationToken cancellationToken) =>
        BeforeAsync(agency, PermitKinds.ActiveThrough, before, [Stored(PermitState.Active)], limit, after, cancellationToken);

    public void Stage(WriteBatch batch, ResidencePermit permit, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(permit);
        var stored = new PermitBodies.Permit
        {
            Division = permit.Division.ToString(),
            Address = permit.Address.Value,
            Route = permit.Route.ToString(),
            ByAgent = permit.ByAgent,
            IsExempt = permit.IsExempt,
            StayedSince = permit.StayedSince,
            Papers = permit.Papers.Count == 0 ? null : [.. permit.Papers],
            AskedFor = permit.AskedFor is null ? null : [.. permit.AskedFor],
            ExtendedDays = permit.ExtendedDays,
            Steps =
            [
                .. permit.Steps.Select(step => new PermitBodies.Step
                {
                    At = step.At.ToUnixTimeMilliseconds(),
                    Act = step.Act.ToString(),
                    Actor = step.Actor,
                    Reason = step.Reason,
                    YearsFrom = step.YearsFrom,
                    CancelReason = step.CancelReason?.ToString(),
                }),
            ],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, Kind, permit.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, PermitJson.Default.Permit);
        }

        var standing = permit.StandingOn(permit.Steps[^1].On);
        var holder = Bytes(permit.Holder.Value);
        batch.Put(
            Kind,
            permit.Id.Value,
            expected,
            [
                FieldValue.Text(permit.Number.ToCompactString()),
                holder,
                PermitFlow.IsEnd(permit.StateOnFile) ? FieldValue.Null : holder,
                FieldValue.Text(permit.StateOnFile.ToString()),
                FieldValue.Date(permit.StateOnFile is PermitState.Accepted or PermitState.SignedOff ? PermitLimit.LastDay(standing, permit.ExtendedDays) : null),
                FieldValue.Date(standing.ActiveThrough),
                FieldValue.Date(permit.RemindOn),
                FieldValue.Date(standing.EndedOn),
            ],
            body);
    }

    public ResidencePermit Read(StoredRecord stored)
    {
        PermitBodies.Permit body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, PermitJson.Default.Permit)!;
        }

        var remind = stored[PermitKinds.RemindOn];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Number = PermitNumber.Parse(stored[PermitKinds.Number].AsText(), null),
            Holder = new(new Guid(stored[PermitKinds.Holder].AsBytes(), bigEndian: true)),
            Division = DivisionCode.Parse(body.Division),
            Address = new(body.Address),
            Route = Enum.Parse<PermitRoute>(body.Route),
            ByAgent = body.ByAgent,
            IsExempt = body.IsExempt,
            StayedSince = body.StayedSince,
            Papers = body.Papers ?? [],
            AskedFor = body.AskedFor,
            ExtendedDays = body.ExtendedDays,
            Steps =
            [
                .. body.Steps.Select(step => new PermitStep(Instant.FromUnixTimeMilliseconds(step.At), Enum.Parse<PermitAct>(step.Act), step.Actor)
                {
                    Reason = step.Reason,
                    YearsFrom = step.YearsFrom,
                    CancelReason = step.CancelReason is { } reason ? Enum.Parse<PermitCancelReason>(reason) : null,
                }),
            ],
            RemindOn = remind.IsNull ? null : remind.AsDate(),
            StateOnFile = Enum.Parse<PermitState>(stored[PermitKinds.State].AsText()),
        };
    }

    private static FieldFilter Stored(params PermitState[] states) => FieldFilter.In(PermitKinds.State, [.. states.Select(state => FieldValue.Text(state.ToString()))]);

    private static FieldValue Bytes(Guid id) => FieldValue.Bytes(id.ToByteArray(bigEndian: true));

    private ValueTask<Page<ResidencePermit>> PageAsync(AgencyId agency, IReadOnlyList<FieldFilter> where, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, where, descending: true, limit: limit), after, cancellationToken);

    private ValueTask<Page<ResidencePermit>> BeforeAsync(
        AgencyId agency, string field, LocalDate before, IReadOnlyList<FieldFilter> where, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(
            new RecordQuery(agency, Kind, [.. where, FieldFilter.Range(field, FieldValue.Null, FieldValue.Date(before))], field, limit: limit), after, cancellationToken);
}
