using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewCitizen.Relays;

/// <summary>Runs one relay while a host runs.</summary>
internal sealed partial class RelayService(ChangeRelay relay, TimeProvider time, ILogger<RelayService> logger) : BackgroundService
{
    private static readonly TimeSpan s_releaseTime = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = RelayState.Stopped;
        try
        {
            while (true)
            {
                var wait = relay.PollInterval;
                try
                {
                    var step = await relay.StepAsync(stoppingToken).ConfigureAwait(false);
                    Report(step, last);
                    last = step.State;
                    wait = step.Wait;
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // A relay that dies of a defect would fall behind in silence.
                    LogDefect(logger, relay.Name, e);
                }

                if (wait > NodaTime.Duration.Zero)
                {
                    await Task.Delay(wait.ToTimeSpan(), time, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(s_releaseTime);
        try
        {
            await relay.ReleaseAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Errors.NewCitizenException or OperationCanceledException)
        {
            // Others take over when the lease ends.
            LogNotReleased(logger, relay.Name, e);
        }
    }

    private void Report(RelayStep step, RelayState last)
    {
        if (step.Parked > 0)
        {
            LogParked(logger, relay.Name);
        }

        if (step.State == last)
        {
            return;
        }

        switch (step.State)
        {
            case RelayState.NeedsFullCopy: LogNeedsFullCopy(logger, relay.Name); break;
            case RelayState.Failing or RelayState.Refused or RelayState.StoreUnavailable: LogFailing(logger, relay.Name, step.State, relay.Status.LastFailure); break;
            case RelayState.Idle or RelayState.Delivering when last is RelayState.Failing or RelayState.Refused or RelayState.StoreUnavailable: LogRecovered(logger, relay.Name); break;
            default: break;
        }
    }

    [LoggerMessage(3050, LogLevel.Error, "NC3050: the feed was trimmed past relay {Relay}; it stands still until its listeners have a full copy and it is started over.")]
    private static partial void LogNeedsFullCopy(ILogger logger, string relay);

    [LoggerMessage(3058, LogLevel.Warning, "Relay {Relay} is {State}: {Reason}. It tries again; nothing is skipped.")]
    private static partial void LogFailing(ILogger logger, string relay, RelayState state, string? reason);

    [LoggerMessage(3059, LogLevel.Information, "Relay {Relay} delivers again.")]
    private static partial void LogRecovered(ILogger logger, string relay);

    [LoggerMessage(3060, LogLevel.Warning, "The receiver of relay {Relay} refused a message for good; it is parked.")]
    private static partial void LogParked(ILogger logger, string relay);

    [LoggerMessage(3061, LogLevel.Error, "A step of relay {Relay} failed unexpectedly; it goes on.")]
    private static partial void LogDefect(ILogger logger, string relay, Exception exception);

    [LoggerMessage(3062, LogLevel.Information, "Relay {Relay} could not be released; another run takes over when the lease ends.")]
    private static partial void LogNotReleased(ILogger logger, string relay, Exception exception);
}
