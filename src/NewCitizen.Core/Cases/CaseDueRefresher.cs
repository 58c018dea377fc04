using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Maintenance;

namespace NewCitizen.Cases;

/// <summary>
/// Computes the last days of cases and follow-ups again when the work calendar is another than last time, such as after a year's holidays were loaded, for the
/// agencies that maintenance is configured for. Looks every minute and once after the start, because the calendar may have changed while no host ran. Lists
/// of what is overdue are short of what is not computed yet, so this only makes them whole sooner; it may run on several hosts at once.
/// </summary>
internal sealed partial class CaseDueRefresher(CaseManager cases, RatingManager ratings, IWorkCalendarSource calendars, IOptions<MaintenanceOptions> options, ILogger<CaseDueRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private WorkCalendar? _seen;

    /// <summary>Computes if the calendar changed; how many last days are others now.</summary>
    public async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        var calendar = calendars.Current;
        if (ReferenceEquals(calendar, _seen))
        {
            return 0;
        }

        var changed = 0;
        foreach (var agency in options.Value.Agencies.Order())
        {
            var context = new AccessContext(agency, "case-due-refresher");
            changed += await cases.RefreshDueAsync(context, cancellationToken).ConfigureAwait(false);
            changed += await ratings.RefreshDueAsync(context, cancellationToken).ConfigureAwait(false);
        }

        // Only now: a run that failed half way begins again.
        _seen = calendar;
        return changed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await RefreshAsync(stoppingToken).ConfigureAwait(false);
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

    [LoggerMessage(EventId = 2599, Level = LogLevel.Error, Message = "Last days of cases could not be computed again ({Code}).")]
    private static partial void Log(ILogger logger, string code);
}
