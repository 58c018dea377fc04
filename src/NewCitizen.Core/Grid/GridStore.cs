using System.Text.Json;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Grid;

internal sealed class GridStore : IGridStore, IRecordMapper<GridCell>, IRecordMapper<GridWorker>
{
    private readonly FieldProtector _protector;
    private readonly TypedRecords<GridCell> _cells;
    private readonly TypedRecords<GridWorker> _workers;

    public GridStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector)
    {
        _protector = protector;
        _cells = new(store, this, cursors);
        _workers = new(store, this, cursors);
    }

    RecordKind IRecordMapper<GridCell>.Kind => GridKinds.GridCell;

    RecordKind IRecordMapper<GridWorker>.Kind => GridKinds.GridWorker;

    public ValueTask<GridCell?> FindCellAsync(AgencyId agency, GridCellId id, CancellationToken cancellationToken) => _cells.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<GridCell?> FindCellAsync(AgencyId agency, StandardAddressId address, CancellationToken cancellationToken) =>
        _cells.FirstAsync(agency, GridKinds.Addresses, [GridFields.Id(address.Value)], cancellationToken);

    public ValueTask<Page<GridCell>> ListCellsAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _cells.PageAsync(new RecordQuery(agency, GridKinds.GridCell, limit: limit), after, cancellationToken);

    public ValueTask<GridWorker?> FindWorkerAsync(AgencyId agency, GridWorkerId id, CancellationToken cancellationToken) => _workers.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<GridWorker?> FindWorkerAsync(AgencyId agency, string account, CancellationToken cancellationToken) =>
        _workers.FirstAsync(agency, GridKinds.Account, [FieldValue.Text(account)], cancellationToken);

    public ValueTask<Page<GridWorker>> ListWorkersAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) =>
        _workers.PageAsync(new RecordQuery(agency, GridKinds.GridWorker, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, GridCell cell, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(cell);
        var stored = new GridBodies.Cell
        {
            Name = cell.Name,
            Assignments = cell.Assignments.Count == 0
                ? null
                : [.. cell.Assignments.Select(own => new GridBodies.Assignment { Worker = own.Worker.Value, Since = own.Since, Until = own.Until })],
        };
        batch.Put(
            GridKinds.GridCell,
            cell.Id.Value,
            expected,
            [FieldValue.Text(cell.Code), FieldValue.Many([.. cell.Addresses.Select(address => GridFields.Id(address.Value))])],
            JsonSerializer.SerializeToUtf8Bytes(stored, GridJson.Default.Cell));
    }

    public void Stage(WriteBatch batch, GridWorker worker, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(worker);
        var stored = new GridBodies.Worker
        {
            Name = worker.Name.ToString("F"),
            Phone = worker.Phone?.ToString("F"),
            DutyDays = worker.DutyDays.Count == 0 ? null : [.. worker.DutyDays.Select(day => (int)day)],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, GridKinds.GridWorker, worker.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, GridJson.Default.Worker);
        }

        batch.Put(GridKinds.GridWorker, worker.Id.Value, expected, [FieldValue.Text(worker.Account), FieldValue.Date(worker.Until)], body);
    }

    Guid IRecordMapper<GridCell>.IdOf(GridCell record) => record.Id.Value;

    Guid IRecordMapper<GridWorker>.IdOf(GridWorker record) => record.Id.Value;

    GridCell IRecordMapper<GridCell>.Read(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, GridJson.Default.Cell)!;
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Code = stored[GridKinds.Code].AsText(),
            Name = body.Name,
            Addresses = [.. stored[GridKinds.Addresses].AsMany().Select(value => new StandardAddressId(GridFields.Id(value)))],
            Assignments = [.. (body.Assignments ?? []).Select(own => new GridAssignment(new(own.Worker), own.Since, own.Until))],
        };
    }

    GridWorker IRecordMapper<GridWorker>.Read(StoredRecord stored)
    {
        GridBodies.Worker body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, GridJson.Default.Worker)!;
        }

        var until = stored[GridKinds.EndedOn];
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Account = stored[GridKinds.Account].AsText(),
            Name = PersonName.Parse(body.Name),
            Phone = body.Phone is { } phone ? MobileNumber.Parse(phone) : null,
            DutyDays = [.. (body.DutyDays ?? []).Select(day => (IsoDayOfWeek)day)],
            Until = until.IsNull ? null : until.AsDate(),
        };
    }
}
