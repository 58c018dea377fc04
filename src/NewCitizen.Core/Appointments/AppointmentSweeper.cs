using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Maintenance;

namespace NewCitizen.Appointments;

/// <summary>
/// Every minute brings up to date what time and closures have changed, for the agencies that maintenance is configured for. Nothing depends
/// on it: it only makes things happen sooner, and may run on several hosts at once.
/// </summary>
internal sealed partial class AppointmentSweeper(AppointmentManager manager, IServiceCentreStore centres, IOptions<MaintenanceOptions> options, ILogger<AppointmentSweeper> logger, TimeProvider? time = null) : BackgroundService
{
    private const int PageSize = 100;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var agency in options.Value.Agencies.Order())
        {
            var context = new AccessContext(agency, "appointment-sweeper");
            await manager.SettleAsync(context, cancellationToken).ConfigureAwait(false);
            string? after = null;
            do
            {
                var page = await centres.ListAsync(agency, PageSize, after, cancellationToken).ConfigureAwait(false);
                foreach (var centre in page.Items)
                {
                    await manager.SweepAsync(context, centre.Id, cancellationToken).ConfigureAwait(false);
                }

                after = page.Next;
            }
            while (after is not null);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time ?? TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await SweepAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (NewCitizenException exception)
                {
                    // The store is away or busy; the next round tries again.
                    Log(logger, exception.Code.Value);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventId = 2379, Level = LogLevel.Error, Message = "Appointments could not be brought up to date ({Code}).")]
    private static partial void Log(ILogger logger, string code);
}
