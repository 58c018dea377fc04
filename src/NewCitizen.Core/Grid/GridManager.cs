using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.People;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>
/// Grid cells, the workers who look after them, and their tasks (网格管理). That cells do not overlap and a task belongs to one worker is held inside the store's
/// transaction. Thread-safe.
/// </summary>
public sealed partial class GridManager
{
    private const int MaxCode = 20;
    private const int MaxName = 60;
    private const int MaxAddresses = 2_000;

    private readonly IRecordStore _store;
    private readonly IGridStore _grid;
    private readonly GridTasks _tasks;
    private readonly IStandardAddressStore _addresses;
    private readonly IHousingStore _homes;
    private readonly IWorkCalendarSource _calendars;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    internal GridManager(
        IRecordStore store, IGridStore grid, GridTasks tasks, IStandardAddressStore addresses, IHousingStore homes, IWorkCalendarSource calendars, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _grid = grid;
        _tasks = tasks;
        _addresses = addresses;
        _homes = homes;
        _calendars = calendars;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Draws a cell.</summary>
    /// <returns>The cell; refused with NC2750 to NC2754 and NC2760.</returns>
    public async ValueTask<Outcome<GridCell>> AddCellAsync(AccessContext context, AddGridCell command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("grid.add-cell");
        var issues = new List<Issue>();
        if (command.Code is not { Length: >= 1 and <= MaxCode } || !command.Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            issues.Add(new Issue(GridErrors.CodeInvalid, IssueLocation.At("/code")));
        }

        CheckText(command.Name, MaxName, "/name", issues);
        var (addresses, missing) = await ResolveAsync(context, command.Addresses, command.Properties, cancellationToken).ConfigureAwait(false);
        issues.AddRange(missing);
        if (issues.Count > 0)
        {
            return Outcome<GridCell>.Refused(issues);
        }

        var cell = new GridCell { Id = GridCellId.New(_ids), Code = command.Code!, Name = command.Name.Trim(), Addresses = addresses };
        return await SaveAsync(context, cell, ExpectedVersion.Missing, "grid.add-cell", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a cell another name or other addresses (调整网格).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The cell.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="name">Name, 1 to 60 characters.</param>
    /// <param name="addresses">All addresses in it from now on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cell; refused with NC2750, NC2753, NC2754, NC2760, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<GridCell>> ChangeCellAsync(
        AccessContext context, GridCellId id, Revision revision, string name, IReadOnlyList<StandardAddressId> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var issues = new List<Issue>();
        CheckText(name, MaxName, "/name", issues);
        return await ChangeCellAsync(context, id, revision, "grid.change-cell", async cell =>
        {
            var (resolved, missing) = await ResolveAsync(context, addresses, [], cancellationToken).ConfigureAwait(false);
            issues.AddRange(missing);
            return issues.Count > 0 ? Outcome<GridCell>.Refused(issues) : Outcome<GridCell>.Done(cell with { Name = name.Trim(), Addresses = resolved });
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a worker responsible for a cell (指定责任人).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The cell.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="worker">Who.</param>
    /// <param name="since">First day.</param>
    /// <param name="until">First day no longer; null for no end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cell; refused with NC2760 to NC2762, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<GridCell>> AssignAsync(
        AccessContext context, GridCellId id, Revision revision, GridWorkerId worker, LocalDate since, LocalDate? until, CancellationToken cancellationToken) =>
        ChangeCellAsync(context, id, revision, "grid.assign", async cell =>
            until <= since ? Outcome<GridCell>.Refused([new Issue(GridErrors.PeriodReversed, IssueLocation.At("/until"))])
            : await _grid.FindWorkerAsync(context.Agency, worker, cancellationToken).ConfigureAwait(false) is null
                ? Outcome<GridCell>.Refused([new Issue(GridErrors.ReferenceMissing, IssueLocation.At("/worker"), ["grid_worker"])])
            : cell.Assignments.Any(own => own.Worker == worker && own.Since < (until ?? LocalDate.MaxIsoValue) && since < (own.Until ?? LocalDate.MaxIsoValue))
                ? Outcome<GridCell>.Refused(GridErrors.AssignedAlready)
            : Outcome<GridCell>.Done(cell with { Assignments = [.. cell.Assignments, new(worker, since, until)] }), cancellationToken);

    /// <summary>Ends a worker's responsibility for a cell.</summary>
    /// <returns>The cell; refused with NC2760 when the worker has no assignment that goes on, NC2761, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<GridCell>> EndAssignmentAsync(
        AccessContext context, GridCellId id, Revision revision, GridWorkerId worker, LocalDate until, CancellationToken cancellationToken) =>
        ChangeCellAsync(context, id, revision, "grid.end-assignment", cell =>
        {
            var own = cell.Assignments.LastOrDefault(own => own.Worker == worker && (own.Until is null || own.Until > until));
            return ValueTask.FromResult(
                own is null ? Outcome<GridCell>.Refused([new Issue(GridErrors.ReferenceMissing, IssueLocation.At("/worker"), ["grid_worker"])])
                : until < own.Since ? Outcome<GridCell>.Refused([new Issue(GridErrors.PeriodReversed, IssueLocation.At("/until"))])
                : Outcome<GridCell>.Done(cell with { Assignments = [.. cell.Assignments.Select(other => ReferenceEquals(other, own) ? own with { Until = until } : other)] }));
        }, cancellationToken);

    /// <summary>Puts a worker on file.</summary>
    /// <returns>The worker; refused with NC2750, NC2755, NC11xx for name and phone.</returns>
    public async ValueTask<Outcome<GridWorker>> AddWorkerAsync(AccessContext context, AddGridWorker command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("grid.add-worker");
        var issues = new List<Issue>();
        CheckText(command.Account, AccessContext.MaxTextLength, "/account", issues);
        if (!PersonName.TryParse(command.Name, out var name, out var nameError))
        {
            issues.Add(new Issue(nameError, IssueLocation.At("/name")));
        }

        MobileNumber? phone = null;
        if (!string.IsNullOrWhiteSpace(command.Phone))
        {
            if (MobileNumber.TryParseLenient(command.Phone, out var number, out var phoneError))
            {
                phone = number;
            }
            else
            {
                issues.Add(new Issue(phoneError, IssueLocation.At("/phone")));
            }
        }

        if (issues.Count > 0)
        {
            return Outcome<GridWorker>.Refused(issues);
        }

        var worker = new GridWorker
        {
            Id = GridWorkerId.New(_ids), Account = command.Account, Name = name, Phone = phone, DutyDays = [.. command.DutyDays.Distinct().Order()],
        };
        return await SaveAsync(context, worker, ExpectedVersion.Missing, "grid.add-worker", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a worker's service; tasks the worker has stay with the worker until somebody releases them.</summary>
    /// <returns>The worker; refused with NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<GridWorker>> EndServiceAsync(AccessContext context, GridWorkerId id, Revision revision, LocalDate until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var worker = await _grid.FindWorkerAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        return worker is null ? Outcome<GridWorker>.Refused(StorageErrors.NotFound)
            : worker.Revision != revision ? Outcome<GridWorker>.Refused(StorageErrors.Conflict)
            : await SaveAsync(context, worker with { Until = until }, revision.Expected, "grid.end-service", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one cell; null if there is none in the caller's agency.</summary>
    public ValueTask<GridCell?> FindCellAsync(AccessContext context, GridCellId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _grid.FindCellAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>The cell an address lies in; null for none.</summary>
    public ValueTask<GridCell?> FindCellAsync(AccessContext context, StandardAddressId address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _grid.FindCellAsync(context.Agency, address, cancellationToken);
    }

    /// <summary>Lists cells, oldest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<GridCell>> ListCellsAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _grid.ListCellsAsync(context.Agency, limit, after, cancellationToken);
    }

    /// <summary>Lists workers, oldest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<GridWorker>> ListWorkersAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _grid.ListWorkersAsync(context.Agency, limit, after, cancellationToken);
    }

    /// <summary>The worker of the account that acts; null when it is none.</summary>
    public ValueTask<GridWorker?> FindOwnWorkerAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _grid.FindWorkerAsync(context.Agency, context.Actor, cancellationToken);
    }

    /// <summary>Who looks after an address on a day and is on duty then (当日责任人); workers whose duty depends on holidays that are not announced are included.</summary>
    public async ValueTask<IReadOnlyList<GridWorker>> OnDutyAsync(AccessContext context, StandardAddressId address, LocalDate day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cell = await _grid.FindCellAsync(context.Agency, address, cancellationToken).ConfigureAwait(false);
        var workers = new List<GridWorker>();
        foreach (var id in cell?.WorkersOn(day) ?? [])
        {
            if (await _grid.FindWorkerAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } worker && worker.IsOnDuty(day, _calendars.Current) != false)
            {
                workers.Add(worker);
            }
        }

        return workers;
    }

    private static void CheckText(string? text, int most, string pointer, List<Issue> issues)
    {
        if (!ServiceRules.IsText(text, most))
        {
            issues.Add(new Issue(GridErrors.TextInvalid, IssueLocation.At(pointer), [most.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    private async ValueTask<(IReadOnlyList<StandardAddressId> Addresses, IReadOnlyList<Issue> Missing)> ResolveAsync(
        AccessContext context, IReadOnlyList<StandardAddressId> addresses, IReadOnlyList<RentalPropertyId> properties, CancellationToken cancellationToken)
    {
        if (addresses.Count + properties.Count > MaxAddresses)
        {
            return ([], [new Issue(GridErrors.TooManyAddresses, IssueLocation.At("/addresses"), [MaxAddresses.ToString(CultureInfo.InvariantCulture)])]);
        }

        var issues = new List<Issue>();
        var known = await _addresses.FindManyAsync(context.Agency, addresses, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < addresses.Count; i++)
        {
            if (known[i] is null)
            {
                issues.Add(new Issue(GridErrors.ReferenceMissing, IssueLocation.At(string.Create(CultureInfo.InvariantCulture, $"/addresses/{i}")), ["standard_address"]));
            }
        }

        var all = new List<StandardAddressId>(addresses);
        for (var i = 0; i < properties.Count; i++)
        {
            if (await _homes.FindPropertyAsync(context.Agency, properties[i], cancellationToken).ConfigureAwait(false) is { } home)
            {
                all.Add(home.Address);
            }
            else
            {
                issues.Add(new Issue(GridErrors.ReferenceMissing, IssueLocation.At(string.Create(CultureInfo.InvariantCulture, $"/properties/{i}")), ["rental_property"]));
            }
        }

        return ([.. all.Distinct()], issues);
    }

    private async ValueTask<Outcome<GridCell>> ChangeCellAsync(
        AccessContext context, GridCellId id, Revision revision, string action, Func<GridCell, ValueTask<Outcome<GridCell>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(action);
        var cell = await _grid.FindCellAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (cell is null)
        {
            return Outcome<GridCell>.Refused(StorageErrors.NotFound);
        }

        if (cell.Revision != revision)
        {
            return Outcome<GridCell>.Refused(StorageErrors.Conflict);
        }

        var changed = await change(cell).ConfigureAwait(false);
        return changed.Succeeded ? await SaveAsync(context, changed.Value, revision.Expected, action, cancellationToken).ConfigureAwait(false) : changed;
    }

    private async ValueTask<Outcome<GridCell>> SaveAsync(AccessContext context, GridCell cell, ExpectedVersion expected, string action, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, GridKinds.GridCell, cell.Id.Value));
        _grid.Stage(batch, cell, expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<GridCell>.Done(cell with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique, Field: GridKinds.Code } => Outcome<GridCell>.Refused([new Issue(GridErrors.CodeTaken, IssueLocation.At("/code"))]),
            { Status: CommitStatus.NotUnique } => Outcome<GridCell>.Refused([new Issue(GridErrors.AddressInOtherCell, IssueLocation.At("/addresses"))]),
            _ => Outcome<GridCell>.Refused([CommitFailures.Issue(result)]),
        };
    }

    private async ValueTask<Outcome<GridWorker>> SaveAsync(AccessContext context, GridWorker worker, ExpectedVersion expected, string action, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, GridKinds.GridWorker, worker.Id.Value));
        _grid.Stage(batch, worker, expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<GridWorker>.Done(worker with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique } => Outcome<GridWorker>.Refused([new Issue(GridErrors.AccountTaken, IssueLocation.At("/account"))]),
            _ => Outcome<GridWorker>.Refused([CommitFailures.Issue(result)]),
        };
    }
}
