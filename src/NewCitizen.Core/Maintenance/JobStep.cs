using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>A job's hold on its run: what it remembers, what it counts, and whether it may go on. Used by one run, one step at a time.</summary>
public sealed class JobStep
{
    private readonly string _job;
    private readonly JobRuns _runs;
    private readonly StoreLeases _leases;
    private readonly MaintenanceOptions _options;
    private readonly IClock _clock;
    private readonly Instant _end;
    private readonly IReadOnlyDictionary<string, long> _before;

    internal JobStep(string job, JobRunBody body, IReadOnlyDictionary<string, long> before, StoreLease lease, JobRuns runs, StoreLeases leases, MaintenanceOptions options, IClock clock)
    {
        _job = job;
        Body = body;
        _before = before;
        Lease = lease;
        _runs = runs;
        _leases = leases;
        _options = options;
        _clock = clock;
        _end = clock.GetCurrentInstant() + options.Budget;
    }

    /// <summary>What the job remembers between steps and runs; null at first. Saved by <see cref="NextAsync"/> and at the end of the run.</summary>
    public string? Cursor
    {
        get => Body.Cursor;
        set => Body.Cursor = value;
    }

    /// <summary>Most records a step should touch.</summary>
    public int StepRecords => _options.StepRecords;

    /// <summary>What somebody should look at.</summary>
    public IList<Issue> Warnings { get; } = [];

    internal JobRunBody Body { get; }

    internal StoreLease Lease { get; private set; }

    /// <summary>Adds to a count of this run.</summary>
    public void Count(string figure, long more) => Body.Figures[figure] = Body.Figures.GetValueOrDefault(figure) + more;

    /// <summary>Sets a figure of this run.</summary>
    public void Set(string figure, long value) => Body.Figures[figure] = value;

    /// <summary>A figure of this run; 0 if it was not counted.</summary>
    public long Figure(string name) => Body.Figures.GetValueOrDefault(name);

    /// <summary>Counts on from the figures of the run before, for a job that goes on where that one stopped.</summary>
    public void Resume()
    {
        foreach (var (name, value) in _before)
        {
            Body.Figures.TryAdd(name, value);
        }
    }

    /// <summary>Saves the progress, keeps the lease, rests, and says whether to go on.</summary>
    /// <returns>False when the day's time is used up: stop, and answer that more is left.</returns>
    /// <exception cref="NewCitizenException">NC3353: another host took over; let it pass.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        if (_clock.GetCurrentInstant() >= _end)
        {
            return false;
        }

        if (_options.Pause > Duration.Zero)
        {
            await Task.Delay(_options.Pause.ToTimeSpan(), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Saves the progress now and returns where this stands in the change feed: a mark by which feeds can be trimmed later.</summary>
    /// <exception cref="NewCitizenException">NC3353: another host took over.</exception>
    public async ValueTask<FeedPosition> SaveAsync(CancellationToken cancellationToken)
    {
        // Renewed with half of the time left, long before anybody may take it.
        if (Lease.Until - _clock.GetCurrentInstant() < _options.Lease / 2)
        {
            Lease = await _leases.TryRenewAsync(Lease, _options.Lease, cancellationToken).ConfigureAwait(false) ?? throw Lost();
        }

        var result = await _runs.WriteAsync(_job, Lease, JobOutcome.None, finishedAt: null, Body, audit: null, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => result.Position,
            { Status: CommitStatus.Conflict } => throw Lost(),
            _ => throw CommitFailures.Exception(result),
        };
    }

    private NewCitizenException Lost() => new(JobErrors.LeaseLost, _job);
}
