using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using NewCitizen.Audit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>Runs maintenance jobs, each in one host at a time, and keeps what became of them (任务执行). Thread-safe.</summary>
public sealed class JobRunner
{
    private readonly IReadOnlyList<IMaintenanceJob> _jobs;
    private readonly JobRuns _runs;
    private readonly StoreLeases _leases;
    private readonly MaintenanceOptions _options;
    private readonly IClock _clock;
    private readonly string _owner;

    /// <summary>Usually made by the container.</summary>
    public JobRunner(IEnumerable<IMaintenanceJob> jobs, JobRuns runs, StoreLeases leases, IOptions<MaintenanceOptions> options, IClock clock, IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(options);
        _jobs = [.. jobs];
        _runs = runs;
        _leases = leases;
        _options = options.Value;
        _clock = clock;
        _owner = StoreLeases.NewOwner(ids);
    }

    /// <summary>Names of the jobs, in the order in which they run.</summary>
    public IReadOnlyList<string> Jobs => [.. _jobs.Select(job => job.Name)];

    /// <summary>The last run of every job, whichever host did it.</summary>
    public async ValueTask<IReadOnlyList<JobReport>> ReadAsync(CancellationToken cancellationToken)
    {
        var reports = new List<JobReport>(_jobs.Count);
        foreach (var job in _jobs)
        {
            reports.Add(await _runs.ReadAsync(job.Name, cancellationToken).ConfigureAwait(false));
        }

        return reports;
    }

    /// <summary>Runs the jobs that are due today and were not done yet by any host.</summary>
    public async ValueTask<IReadOnlyList<JobReport>> RunDueAsync(CancellationToken cancellationToken)
    {
        var reports = new List<JobReport>();
        foreach (var job in _jobs)
        {
            if (IsDue(await _runs.ReadAsync(job.Name, cancellationToken).ConfigureAwait(false)))
            {
                reports.Add(await RunAsync(job, onlyIfDue: true, cancellationToken).ConfigureAwait(false));
            }
        }

        return reports;
    }

    /// <summary>Runs one job now, whatever the time. Cancelling ends it between two steps; the next run goes on from there.</summary>
    /// <returns>What it did; <see cref="JobOutcome.Failed"/> with its code instead of an exception of the store.</returns>
    /// <exception cref="NewCitizenException">NC3356: there is no such job.</exception>
    public ValueTask<JobReport> RunAsync(string job, CancellationToken cancellationToken) =>
        RunAsync(
            _jobs.FirstOrDefault(own => own.Name == job) ?? throw new NewCitizenException(JobErrors.UnknownJob, job),
            onlyIfDue: false,
            cancellationToken);

    private bool IsDue(JobReport last)
    {
        var now = _clock.GetCurrentInstant().InZone(ShanghaiTime.Zone);
        if (_options.RunAt is not { } runAt || now.TimeOfDay < runAt)
        {
            return false;
        }

        // A run that never ended was cut off: its lease tells whether it still goes on.
        return last.FinishedAt is not { } finished
            || finished.InZone(ShanghaiTime.Zone).Date < now.Date
            || finished.InZone(ShanghaiTime.Zone).TimeOfDay < runAt
            || (last.Outcome == JobOutcome.Failed && now.ToInstant() - finished >= _options.RetryAfter);
    }

    private async ValueTask<JobReport> RunAsync(IMaintenanceJob job, bool onlyIfDue, CancellationToken cancellationToken)
    {
        if (await _leases.TryAcquireAsync($"job/{job.Name}", _owner, _options.Lease, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return (await _runs.ReadAsync(job.Name, cancellationToken).ConfigureAwait(false)) with { Outcome = JobOutcome.HeldElsewhere };
        }

        // Another host may have done it between the look and the lease.
        var before = await _runs.FindAsync(job.Name, cancellationToken).ConfigureAwait(false);
        if (onlyIfDue && !IsDue(JobRuns.Report(job.Name, before)))
        {
            await _leases.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
            return JobRuns.Report(job.Name, before);
        }

        using var span = NewCitizenTelemetry.Start($"job.{job.Name}");
        var started = _clock.GetCurrentInstant();
        var last = JobRuns.Body(before);
        var body = new JobRunBody { Cursor = last.Cursor, CompletedAt = last.CompletedAt, StartedAt = started.ToUnixTimeMilliseconds() };
        var step = new JobStep(job.Name, body, last.Figures, lease, _runs, _leases, _options, _clock);
        try
        {
            var outcome = JobOutcome.Failed;
            try
            {
                outcome = await job.RunAsync(step, cancellationToken).ConfigureAwait(false) ? JobOutcome.Completed : JobOutcome.Paused;
            }
            catch (NewCitizenException exception) when (exception.Code != JobErrors.LeaseLost)
            {
                body.Error = exception.Code.Value;
            }

            return await FinishAsync(job, step, outcome, started, cancellationToken).ConfigureAwait(false);
        }
        catch (NewCitizenException exception) when (exception.Code == JobErrors.LeaseLost)
        {
            return (await _runs.ReadAsync(job.Name, cancellationToken).ConfigureAwait(false)) with { Outcome = JobOutcome.HeldElsewhere };
        }
        finally
        {
            await _leases.ReleaseAsync(step.Lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask<JobReport> FinishAsync(IMaintenanceJob job, JobStep step, JobOutcome outcome, Instant started, CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        if (outcome == JobOutcome.Completed)
        {
            step.Body.CompletedAt = now.ToUnixTimeMilliseconds();
        }

        var word = outcome switch { JobOutcome.Completed => "completed", JobOutcome.Paused => "paused", _ => "failed" };
        var audit = new AuditEntry(StoreLeases.Agency, now, JobRuns.Actor, $"job.{job.Name}", JobRuns.Kind.Name, SubjectId: null, Purpose: null, Details(word, step.Body));
        var result = await _runs.WriteAsync(job.Name, step.Lease, outcome, now, step.Body, audit, cancellationToken).ConfigureAwait(false);
        if (!result.IsDurable)
        {
            throw result.Status == CommitStatus.Conflict ? new NewCitizenException(JobErrors.LeaseLost, job.Name) : CommitFailures.Exception(result);
        }

        var tag = new KeyValuePair<string, object?>(JobInstruments.Job, job.Name);
        JobInstruments.Duration.Record((now - started).TotalSeconds, tag, new(JobInstruments.Outcome, word));
        foreach (var (figure, value) in step.Body.Figures)
        {
            JobInstruments.Figures.Record(value, tag, new(JobInstruments.Figure, figure));
        }

        if (outcome == JobOutcome.Completed)
        {
            JobInstruments.Completed.Record(now.ToUnixTimeMilliseconds() / 1000.0, tag);
        }

        return new JobReport(
            job.Name,
            outcome,
            started,
            now,
            step.Body.CompletedAt is { } completed ? Instant.FromUnixTimeMilliseconds(completed) : null,
            step.Body.Figures,
            [.. step.Warnings],
            step.Body.Error);
    }

    // Names of figures are ours: nothing in them needs escaping.
    private static string Details(string outcome, JobRunBody body)
    {
        var text = new StringBuilder($$"""{"outcome":"{{outcome}}" """.TrimEnd());
        foreach (var (figure, value) in body.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $",\"{figure}\":{value}");
        }

        return text.Append('}').ToString();
    }
}
