using System.Collections.ObjectModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Health;

/// <summary>A check that answers with a code and figures; never with the text of an exception, which may hold a path or a value.</summary>
internal abstract class NewCitizenHealthCheck : IHealthCheck
{
    public const string Tag = "newcitizen";
    public const string Code = "code";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await LookAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NewCitizenException exception)
        {
            return Answer(context.Registration.FailureStatus, (Code, exception.Code.Value));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Answer(context.Registration.FailureStatus, (Code, exception.GetType().Name));
        }
    }

    protected abstract ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken);

    protected static HealthCheckResult Answer(HealthStatus status, params (string Name, object Value)[] figures) =>
        new(status, data: new ReadOnlyDictionary<string, object>(figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal)));
}
