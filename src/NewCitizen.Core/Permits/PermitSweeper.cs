using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Maintenance;

namespace NewCitizen.Permits;

/// <summary>
/// Every hour sends reminders and writes down suspensions, for the agencies that maintenance is configured for. Nothing depends on it, and it may run on
/// several hosts at once.
/// </summary>
internal sealed partial class PermitSweeper(PermitManager manager, IOptions<MaintenanceOptions> options, ILogger<PermitSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                foreach (var agency in options.Value.Agencies.Order())
                {
                    try
                    {
                        await manager.SweepAsync(new AccessContext(agency, "permit-sweeper"), stoppingToken).ConfigureAwait(false);
                    }
                    catch (NewCitizenException exception)
                    {
                        // The store is away or busy; the next round tries again.
                        Log(logger, exception.Code.Value);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventId = 2969, Level = LogLevel.Error, Message = "Permits could not be brought up to date ({Code}).")]
    private static partial void Log(ILogger logger, string code);
}
