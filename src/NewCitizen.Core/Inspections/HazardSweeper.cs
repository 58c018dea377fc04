using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Maintenance;

namespace NewCitizen.Inspections;

/// <summary>
/// Every hour raises the level of overdue hazards and says so with events, for the agencies that maintenance is configured for. The board shows the level of
/// the moment anyhow; it may run on several hosts at once.
/// </summary>
internal sealed partial class HazardSweeper(HazardManager manager, IOptions<MaintenanceOptions> options, ILogger<HazardSweeper> logger, TimeProvider? time = null) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var agency in options.Value.Agencies.Order())
        {
            try
            {
                await manager.EscalateAsync(new AccessContext(agency, "hazard-sweeper"), cancellationToken).ConfigureAwait(false);
            }
            catch (NewCitizenException exception)
            {
                // The store is away or busy; the next round tries again.
                Log(logger, exception.Code.Value);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time ?? TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                await SweepAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventId = 2749, Level = LogLevel.Error, Message = "Hazards could not be escalated ({Code}).")]
    private static partial void Log(ILogger logger, string code);
}
