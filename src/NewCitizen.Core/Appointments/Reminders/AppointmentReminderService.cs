using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.Errors;
using NewCitizen.Maintenance;

namespace NewCitizen.Appointments.Reminders;

/// <summary>Looks every minute for due reminders: maintenance runs once a day, and a reminder cannot wait for it. May run in every host.</summary>
internal sealed partial class AppointmentReminderService(AppointmentReminders reminders, IOptions<MaintenanceOptions> options, ILogger<AppointmentReminderService> logger, TimeProvider? time = null) : BackgroundService
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time ?? TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    foreach (var agency in options.Value.Agencies)
                    {
                        await reminders.SendDueAsync(agency, MostAtOnce, stoppingToken).ConfigureAwait(false);
                    }
                }
                catch (NewCitizenException exception)
                {
                    // The store is away; the next round tries again.
                    Log(logger, exception.Code.Value);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next run goes on.
        }
    }

    [LoggerMessage(EventId = 2381, Level = LogLevel.Error, Message = "Reminders were not sent ({Code}); tried again in a minute.")]
    private static partial void Log(ILogger logger, string code);
}
