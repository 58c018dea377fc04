using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments.Reminders;

/// <summary>
/// Sends reminders of appointments (预约提醒) to whoever listens to the change feed: one commit takes the due time off the appointment and emits
/// <see cref="DueEvent"/>. So each reminder goes out exactly once, however many processes run this and wherever one of them is killed. A changed
/// booking has a new due time and so a new reminder; a cancelled one has none. Thread-safe.
/// </summary>
public sealed class AppointmentReminders
{
    /// <summary>Type of the event; its subject is the appointment, its payload is empty. Nothing personal is in it: who sends the message reads the appointment.</summary>
    public const string DueEvent = "appointment.reminder-due";

    /// <summary>Who acts in audit entries.</summary>
    public const string Actor = "job/appointment-reminders";

    private const int PageSize = 100;

    private readonly IRecordStore _store;
    private readonly IAppointmentStore _appointments;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public AppointmentReminders(IRecordStore store, IAppointmentStore appointments, IClock clock)
    {
        _store = store;
        _appointments = appointments;
        _clock = clock;
    }

    /// <summary>Sends what is due in an agency now.</summary>
    /// <param name="agency">Whose appointments.</param>
    /// <param name="most">Most appointments to look at, from 1.</param>
    /// <param name="cancellationToken">Ends it between two appointments.</param>
    /// <returns>How many reminders this call sent. What another process took first is not counted.</returns>
    /// <exception cref="NewCitizenException">The store failed; what was sent is sent.</exception>
    public async ValueTask<int> SendDueAsync(AgencyId agency, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        using var span = NewCitizenTelemetry.Start("appointment.remind");
        var sent = 0;
        string? after = null;
        do
        {
            // Not sooner than due: the store is asked for what is due before the next millisecond, the least a time can differ by.
            var now = Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());
            var page = await _appointments.ListRemindersAsync(agency, now + Duration.FromMilliseconds(1), Math.Min(most, PageSize), after, cancellationToken).ConfigureAwait(false);
            foreach (var appointment in page.Items)
            {
                sent += appointment.RemindAt is not null && await SendAsync(agency, appointment, now, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            most -= page.Items.Count;
            after = page.Next;
        }
        while (after is not null && most > 0);
        return sent;
    }

    private async ValueTask<bool> SendAsync(AgencyId agency, Appointment appointment, Instant now, CancellationToken cancellationToken)
    {
        var key = new RecordKey(agency, AppointmentKinds.Appointment, appointment.Id.Value);
        var batch = new WriteBatch(agency);
        _appointments.Stage(batch, appointment with { RemindAt = null }, appointment.Revision.Expected);

        // Too late, or no longer booked: the mark goes, nobody is told.
        var tells = appointment.Status == AppointmentStatus.Booked && appointment.StartsAt > now;
        if (tells)
        {
            batch.Emit(new DomainEvent(DueEvent, key, ReadOnlyMemory<byte>.Empty))
                .AddAudit(new AuditEntry(agency, now, Actor, "appointment.remind", AppointmentKinds.Appointment.Name, appointment.Id.Value, Purpose: null, Details: null));
        }

        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => tells,

            // Somebody changed it, or sent it: the next run sees what is there. Where the outcome is not known, too: the version decides then.
            { Status: CommitStatus.Conflict or CommitStatus.Unknown } => false,
            _ => throw CommitFailures.Exception(result),
        };
    }
}
