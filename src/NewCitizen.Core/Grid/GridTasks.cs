using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Makes tasks for other features to stage beside their own records: one commit for both.</summary>
internal sealed class GridTasks(IGridStore grid, IGridTaskStore tasks, IOptions<GridOptions> options, IClock clock, IIdGenerator ids)
{
    public IGridTaskStore Store => tasks;

    public async ValueTask<GridTask> MakeAsync(AccessContext context, OpenTask command, CancellationToken cancellationToken)
    {
        var cell = command.Address is { } address ? await grid.FindCellAsync(context.Agency, address, cancellationToken).ConfigureAwait(false) : null;
        return new()
        {
            Id = GridTaskId.New(ids),
            Kind = command.Kind,
            SubjectKind = command.SubjectKind,
            SubjectId = command.SubjectId,
            Topic = command.Topic,
            Address = command.Address,
            Cell = cell?.Id,
            OpenedOn = ShanghaiTime.Today(clock),
            Limit = options.Value.Within.GetValueOrDefault(command.Kind),
        };
    }

    /// <summary>Adds a new task and its audit entry to a batch. A task that is open already is answered NotUnique.</summary>
    public void Stage(WriteBatch batch, AccessContext context, GridTask task)
    {
        batch.AddAudit(context.Entry(clock, "task.open", GridKinds.GridTask, task.Id.Value));
        batch.Emit(new DomainEvent("grid.task-opened", new RecordKey(context.Agency, GridKinds.GridTask, task.Id.Value), default));
        tasks.Stage(batch, task, ExpectedVersion.Missing);
    }
}
