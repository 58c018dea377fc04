using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>For a hall without bookings.</summary>
internal sealed class NoBookedArrivals : IBookedArrivals
{
    public ValueTask<BookedArrival?> FindAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken) => ValueTask.FromResult<BookedArrival?>(null);

    public ValueTask<IReadOnlyList<BookedArrival>> ListExpectedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<BookedArrival>>([]);

    public ValueTask<bool> StageAsync(AccessContext context, WriteBatch batch, AppointmentId appointment, BookedOutcome what, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
