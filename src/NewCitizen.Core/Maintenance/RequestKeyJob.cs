using Microsoft.Extensions.Options;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>Forgets request keys that no caller will use again.</summary>
internal sealed class RequestKeyJob(IStoreMaintenance maintenance, IOptions<MaintenanceOptions> options, IClock clock) : IMaintenanceJob
{
    public string Name => "request-keys";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        if (options.Value.RequestKeys is not { } period)
        {
            step.Warnings.Add(new Issue(JobErrors.NotConfigured, default, [Name]));
            step.Set("not_configured", 1);
            return true;
        }

        var firstKept = KeepingPeriod.FirstKept(Name, period, ShanghaiTime.Today(clock));
        step.Set("forgotten", await maintenance.ForgetRequestKeysAsync(ShanghaiTime.StartOfDay(firstKept), cancellationToken).ConfigureAwait(false));
        return true;
    }
}
