using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Typed store of tasks, written once on the kernel.</summary>
public interface IGridTaskStore
{
    /// <summary>Reads one task; null if there is none.</summary>
    ValueTask<GridTask?> FindAsync(AgencyId agency, GridTaskId id, CancellationToken cancellationToken);

    /// <summary>Finds the open task of a key, see <see cref="KeyOf"/>; null if there is none.</summary>
    ValueTask<GridTask?> FindOpenAsync(AgencyId agency, string key, CancellationToken cancellationToken);

    /// <summary>Lists tasks in some states, newest first; of one cell or worker if given.</summary>
    ValueTask<Page<GridTask>> ListAsync(
        AgencyId agency, IReadOnlyList<GridTaskState> states, GridCellId? cell, GridWorkerId? worker, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists tasks whose last day lies before a day, longest first; of one worker if given.</summary>
    ValueTask<Page<GridTask>> ListDueBeforeAsync(AgencyId agency, LocalDate day, GridWorkerId? worker, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the tasks on a subject, ended ones too, newest first.</summary>
    ValueTask<Page<GridTask>> ListBySubjectAsync(AgencyId agency, Guid subject, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a task into a batch.</summary>
    void Stage(WriteBatch batch, GridTask task, ExpectedVersion expected);

    /// <summary>What a task is unique by while it is open.</summary>
    static string KeyOf(GridTaskKind kind, Guid subject, string topic) => $"{kind}/{subject:N}/{topic}";
}
