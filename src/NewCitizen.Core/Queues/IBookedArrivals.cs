using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>What the queue must know of bookings, and how it tells them what became of it: in its own batch, so that ticket and booking never disagree.</summary>
public interface IBookedArrivals
{
    /// <summary>Reads one booking; null if there is none.</summary>
    ValueTask<BookedArrival?> FindAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken);

    /// <summary>Bookings of a centre's day that nobody has come for yet, by start.</summary>
    ValueTask<IReadOnlyList<BookedArrival>> ListExpectedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken);

    /// <summary>Writes into a batch what became of a booking, at the state that was read; the commit conflicts if it changed meanwhile.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="batch">The queue's batch.</param>
    /// <param name="appointment">The booking.</param>
    /// <param name="what">What became of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether something was written: a booking that is over already, or erased, is left alone.</returns>
    ValueTask<bool> StageAsync(AccessContext context, WriteBatch batch, AppointmentId appointment, BookedOutcome what, CancellationToken cancellationToken);
}
