using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewCitizen.Errors;

namespace NewCitizen.Maintenance;

/// <summary>Looks every minute whether a job is due. Of several hosts on one store one does it.</summary>
internal sealed partial class MaintenanceService(JobRunner runner, ILogger<MaintenanceService> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    foreach (var report in await runner.RunDueAsync(stoppingToken).ConfigureAwait(false))
                    {
                        Log(logger, report.Outcome == JobOutcome.Failed ? LogLevel.Error : LogLevel.Information, report.Job, report.Outcome, report.Error ?? "-");
                    }
                }
                catch (NewCitizenException exception)
                {
                    // The store is away; the next round tries again.
                    Log(logger, LogLevel.Error, "*", JobOutcome.Failed, exception.Code.Value);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next run goes on from the last step.
        }
    }

    [LoggerMessage(EventId = 3391, Message = "Maintenance job {Job}: {Outcome} ({Code}).")]
    private static partial void Log(ILogger logger, LogLevel level, string job, JobOutcome outcome, string code);
}
