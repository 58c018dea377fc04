using Microsoft.Extensions.Options;
using NewCitizen.Maintenance;

namespace NewCitizen.Appointments.Reminders;

/// <summary>Sends due reminders of all agencies whose records the jobs look after.</summary>
internal sealed class AppointmentReminderJob(AppointmentReminders reminders, IOptions<MaintenanceOptions> options) : IMaintenanceJob
{
    public string Name => "appointment-reminders";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        step.Set("sent", 0);
        foreach (var agency in options.Value.Agencies)
        {
            int sent;
            while ((sent = await reminders.SendDueAsync(agency, step.StepRecords, cancellationToken).ConfigureAwait(false)) > 0)
            {
                step.Count("sent", sent);
                if (!await step.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
