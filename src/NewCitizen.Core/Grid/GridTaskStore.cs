using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Grid;

internal sealed class GridTaskStore : IGridTaskStore, IRecordMapper<GridTask>
{
    private readonly FieldProtector _protector;
    private readonly IWorkCalendarSource _calendars;
    private readonly TypedRecords<GridTask> _records;

    public GridTaskStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, IWorkCalendarSource calendars)
    {
        _protector = protector;
        _calendars = calendars;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => GridKinds.GridTask;

    public Guid IdOf(GridTask record) => record.Id.Value;

    public ValueTask<GridTask?> FindAsync(AgencyId agency, GridTaskId id, CancellationToken cancellationToken) => _records.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<GridTask?> FindOpenAsync(AgencyId agency, string key, CancellationToken cancellationToken) =>
        _records.FirstAsync(agency, GridKinds.OpenKey, [FieldValue.Text(key)], cancellationToken);

    public ValueTask<Page<GridTask>> ListAsync(
        AgencyId agency, IReadOnlyList<GridTaskState> states, GridCellId? cell, GridWorkerId? worker, int limit, string? after, CancellationToken cancellationToken)
    {
        var where = new List<FieldFilter>();
        if (states.Count > 0)
        {
            where.Add(FieldFilter.In(GridKinds.State, [.. states.Select(state => FieldValue.Text(state.ToString()))]));
        }

        if (cell is { } area)
        {
            where.Add(FieldFilter.Equal(GridKinds.Cell, GridFields.Id(area.Value)));
        }

        if (worker is { } own)
        {
            where.Add(FieldFilter.Equal(GridKinds.Worker, GridFields.Id(own.Value)));
        }

        return _records.PageAsync(new RecordQuery(agency, Kind, where, descending: true, limit: limit), after, cancellationToken);
    }

    public ValueTask<Page<GridTask>> ListDueBeforeAsync(AgencyId agency, LocalDate day, GridWorkerId? worker, int limit, string? after, CancellationToken cancellationToken)
    {
        List<FieldFilter> where = [FieldFilter.Range(GridKinds.DueOn, FieldValue.Null, FieldValue.Date(day))];
        if (worker is { } own)
        {
            where.Add(FieldFilter.Equal(GridKinds.Worker, GridFields.Id(own.Value)));
        }

        return _records.PageAsync(new RecordQuery(agency, Kind, where, GridKinds.DueOn, limit: limit), after, cancellationToken);
    }

    public ValueTask<Page<GridTask>> ListBySubjectAsync(AgencyId agency, Guid subject, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, [FieldFilter.Equal(GridKinds.Subject, GridFields.Id(subject))], descending: true, limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, GridTask task, ExpectedVersion expected)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(task);
        var stored = new GridBodies.Task
        {
            SubjectKind = task.SubjectKind,
            Topic = task.Topic.Length == 0 ? null : task.Topic,
            Address = task.Address?.Value,
            OpenedOn = task.OpenedOn,
            Limit = StoredTimeLimit.From(task.Limit),
            Result = task.Result,
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, Kind, task.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, GridJson.Default.Task);
        }

        batch.Put(
            Kind,
            task.Id.Value,
            expected,
            [
                FieldValue.Text(task.State.ToString()),
                FieldValue.Text(task.Kind.ToString()),
                GridFields.Id(task.Cell?.Value),
                GridFields.Id(task.Worker?.Value),
                GridFields.Id(task.SubjectId),
                FieldValue.Text(task.IsClosed ? null : IGridTaskStore.KeyOf(task.Kind, task.SubjectId, task.Topic)),
                FieldValue.Date(task.Due(_calendars.Current).LastDay),
                FieldValue.Date(task.ClosedOn),
            ],
            body);
    }

    public GridTask Read(StoredRecord stored)
    {
        GridBodies.Task body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, GridJson.Default.Task)!;
        }

        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Kind = Enum.Parse<GridTaskKind>(stored[GridKinds.Kind].AsText()),
            SubjectKind = body.SubjectKind,
            SubjectId = GridFields.Id(stored[GridKinds.Subject]),
            Topic = body.Topic ?? string.Empty,
            Address = body.Address is { } address ? new(address) : null,
            Cell = GridFields.MaybeId(stored[GridKinds.Cell]) is { } cell ? new(cell) : null,
            State = Enum.Parse<GridTaskState>(stored[GridKinds.State].AsText()),
            Worker = GridFields.MaybeId(stored[GridKinds.Worker]) is { } worker ? new(worker) : null,
            OpenedOn = body.OpenedOn,
            Limit = body.Limit?.ToLimit(),
            Result = body.Result,
            ClosedOn = GridFields.MaybeDate(stored[GridKinds.ClosedOn]),
            DueOnFile = GridFields.MaybeDate(stored[GridKinds.DueOn]),
        };
    }
}
