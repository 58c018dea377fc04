using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Health;

/// <summary>The schema is what this version needs. Looked at now and then only.</summary>
internal sealed class SchemaHealthCheck(ISchemaManager schema, IOptions<HealthOptions> options, IClock clock) : NewCitizenHealthCheck
{
    private Look? _last;

    protected override async ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_last is not { } last || now - last.At >= Duration.FromTimeSpan(options.Value.SchemaEvery))
        {
            _last = last = new Look(now, await schema.InspectAsync(cancellationToken).ConfigureAwait(false));
        }

        var report = last.Report;
        return report.IsCurrent
            ? Answer(HealthStatus.Healthy, ("applied", report.Applied.Count))
            : Answer(
                HealthStatus.Unhealthy,
                (Code, StorageErrors.SchemaDiffers.Value), ("applied", report.Applied.Count), ("outstanding", report.Outstanding.Count), ("differences", report.Differences.Count));
    }

    private sealed record Look(Instant At, SchemaReport Report);
}
