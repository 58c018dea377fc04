using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Typed store of cells and workers, written once on the kernel.</summary>
public interface IGridStore
{
    /// <summary>Reads one cell; null if there is none.</summary>
    ValueTask<GridCell?> FindCellAsync(AgencyId agency, GridCellId id, CancellationToken cancellationToken);

    /// <summary>Finds the cell an address lies in; null if none.</summary>
    ValueTask<GridCell?> FindCellAsync(AgencyId agency, StandardAddressId address, CancellationToken cancellationToken);

    /// <summary>Lists cells, oldest first.</summary>
    ValueTask<Page<GridCell>> ListCellsAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Reads one worker; null if there is none.</summary>
    ValueTask<GridWorker?> FindWorkerAsync(AgencyId agency, GridWorkerId id, CancellationToken cancellationToken);

    /// <summary>Finds the worker of an account; null if there is none.</summary>
    ValueTask<GridWorker?> FindWorkerAsync(AgencyId agency, string account, CancellationToken cancellationToken);

    /// <summary>Lists workers, oldest first.</summary>
    ValueTask<Page<GridWorker>> ListWorkersAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a cell into a batch.</summary>
    void Stage(WriteBatch batch, GridCell cell, ExpectedVersion expected);

    /// <summary>Puts a worker into a batch.</summary>
    void Stage(WriteBatch batch, GridWorker worker, ExpectedVersion expected);
}
