using NewCitizen.Access;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>Writes what became of a booking in the hall into the queue's batch, with audit, event and credit, as the calls of its own do.</summary>
    /// <returns>Whether something was written.</returns>
    internal async ValueTask<bool> StageOutcomeAsync(AccessContext context, WriteBatch batch, AppointmentId id, BookedOutcome what, CancellationToken cancellationToken)
    {
        var now = Now;
        var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        var (status, action, type) = what switch
        {
            BookedOutcome.Arrived => (AppointmentStatus.Arrived, "appointment.check-in", "appointment.arrived"),
            BookedOutcome.Served => (AppointmentStatus.Served, "appointment.serve", "appointment.served"),
            _ => (AppointmentStatus.NoShow, "appointment.no-show", "appointment.no-show"),
        };
        var fits = old is not null && what switch
        {
            BookedOutcome.Arrived => old.Status == AppointmentStatus.Booked && old.Date == ShanghaiTime.DateOf(now),
            BookedOutcome.Served => old.Status is AppointmentStatus.Booked or AppointmentStatus.Arrived,

            // Nobody is a no-show before the booked time, whoever called early.
            _ => old.Status is AppointmentStatus.Booked or AppointmentStatus.Arrived && now >= old.StartsAt,
        };
        if (!fits)
        {
            return false;
        }

        var marked = old! with { Status = status, ChangedAt = now, Request = null };
        _appointments.Stage(batch, marked, old.Revision.Expected);
        batch.AddAudit(context.Entry(_clock, action, AppointmentKinds.Appointment, id.Value));
        if (status == AppointmentStatus.NoShow && old.Person is { } person)
        {
            var happened = new BookingEvent(now, old.Date, BookingEventKind.NoShow, old.Item, id.Value);
            (await BookersAsync(context.Agency, person, cancellationToken).ConfigureAwait(false)).Stage(batch, add: null, id.Value, happened, now);
        }

        Emit(batch, type, marked);
        return true;
    }
}
