using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Bookings as the queue knows them.</summary>
internal sealed class AppointmentArrivals(IAppointmentStore appointments, AppointmentManager manager) : IBookedArrivals
{
    private const int PageSize = 500;

    public async ValueTask<BookedArrival?> FindAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken) =>
        await appointments.FindAsync(agency, appointment, cancellationToken).ConfigureAwait(false) is { } found ? Arrival(found) : null;

    public async ValueTask<IReadOnlyList<BookedArrival>> ListExpectedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken)
    {
        var expected = new List<BookedArrival>();
        string? after = null;
        do
        {
            var page = await appointments.ListAsync(agency, centre, day, day.PlusDays(1), PageSize, after, cancellationToken).ConfigureAwait(false);
            expected.AddRange(page.Items.Where(found => found.Status == AppointmentStatus.Booked).Select(Arrival));
            after = page.Next;
        }
        while (after is not null);
        return expected;
    }

    public ValueTask<bool> StageAsync(AccessContext context, WriteBatch batch, AppointmentId appointment, BookedOutcome what, CancellationToken cancellationToken) =>
        manager.StageOutcomeAsync(context, batch, appointment, what, cancellationToken);

    private static BookedArrival Arrival(Appointment found) => new(
        found.Id, found.Revision, found.Centre, found.Plan, found.Item, found.Quota, found.StartsAt, found.Status == AppointmentStatus.Booked);
}
