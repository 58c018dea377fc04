using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>The bookings of a simulated day.</summary>
internal sealed class SimulatedBookings : IBookedArrivals
{
    private readonly Dictionary<AppointmentId, BookedArrival> _bookings = [];

    public void Add(BookedArrival booking) => _bookings.Add(booking.Id, booking);

    /// <summary>The centre has its id from the manager.</summary>
    public void MoveTo(ServiceCentreId centre)
    {
        foreach (var booking in _bookings.Values.ToList()) _bookings[booking.Id] = booking with { Centre = centre };
    }

    public ValueTask<BookedArrival?> FindAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken) => ValueTask.FromResult(_bookings.GetValueOrDefault(appointment));

    public ValueTask<IReadOnlyList<BookedArrival>> ListExpectedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<BookedArrival>>([.. _bookings.Values.Where(booked => booked.IsExpected && ShanghaiTime.DateOf(booked.Start) == day).OrderBy(booked => booked.Start)]);

    public ValueTask<bool> StageAsync(AccessContext context, WriteBatch batch, AppointmentId appointment, BookedOutcome what, CancellationToken cancellationToken)
    {
        _bookings[appointment] = _bookings[appointment] with { IsExpected = false };
        return ValueTask.FromResult(true);
    }
}
