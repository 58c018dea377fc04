using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Health;

/// <summary>Reads one record that does not exist: the cheapest proof that the store answers.</summary>
internal sealed class StoreHealthCheck(IRecordStore store) : IHealthCheck
{
    public const string Tag = "newcitizen";

    private static readonly RecordKey s_probe = new(AgencyId.Parse("health"), ResidentKind.Kind, Guid.Empty);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.GetAsync(s_probe, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (NewCitizenException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Code.Value);
        }
    }
}
