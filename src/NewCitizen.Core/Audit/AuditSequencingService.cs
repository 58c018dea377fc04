using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>
/// Signs the audit log every few seconds while a host runs, and once more when it stops. Until then an entry is protected by its own
/// hash only; that window is what the interval bounds.
/// </summary>
internal sealed partial class AuditSequencingService(AuditSequencers sequencers, ILogger<AuditSequencingService> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                await SignAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await SignAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sequencers.RunAsync(flush: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is AuditException or StoreUnavailableException)
        {
            // The host goes on serving; the gap is in the log and the next round tries again.
            LogFailure(logger, exception);
        }
    }

    [LoggerMessage(3150, LogLevel.Error, "The audit log could not be signed; entries since the last checkpoint are protected by their own hash only.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
