using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewCitizen.Maintenance;
using NodaTime;

namespace NewCitizen.AspNetCore.Health;

/// <summary>Maintenance gets done, by whichever host. Degraded, not unhealthy: the office's work goes on. Healthy where no hour is set for it.</summary>
internal sealed class JobHealthCheck(JobRunner runner, IOptions<MaintenanceOptions> maintenance, IOptions<HealthOptions> options, IClock clock) : NewCitizenHealthCheck
{
    private readonly Instant _since = clock.GetCurrentInstant();

    protected override async ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        if (maintenance.Value.RunAt is null)
        {
            return Answer(HealthStatus.Healthy);
        }

        var figures = new List<(string, object)>();
        var late = false;
        foreach (var run in await runner.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // One that never ran has its time from the start of the host.
            var age = clock.GetCurrentInstant() - (run.CompletedAt ?? _since);
            late |= run.Outcome == JobOutcome.Failed || age.ToTimeSpan() > options.Value.MaxJobAge;
            figures.Add(($"{run.Job}.outcome", run.Outcome.ToString()));
            if (run.CompletedAt is not null)
            {
                figures.Add(($"{run.Job}.hoursSinceCompleted", Math.Round(age.TotalHours, 1)));
            }

            if (run.Error is { } error)
            {
                figures.Add(($"{run.Job}.code", error));
            }

            figures.AddRange(run.Figures.Where(figure => figure.Key.StartsWith("left.", StringComparison.Ordinal)).Select(figure => ($"{run.Job}.{figure.Key}", (object)figure.Value)));
        }

        return Answer(late ? HealthStatus.Degraded : HealthStatus.Healthy, [.. figures]);
    }
}
