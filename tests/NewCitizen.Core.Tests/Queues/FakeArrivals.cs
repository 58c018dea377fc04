using System.Collections.Concurrent;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

/// <summary>Bookings in memory; what the queue stages is written down when it is staged.</summary>
internal sealed class FakeArrivals : IBookedArrivals
{
    private readonly ConcurrentDictionary<AppointmentId, BookedArrival> _bookings = new();

    public ConcurrentDictionary<AppointmentId, BookedOutcome> Outcomes { get; } = new();

    public AppointmentId Add(Instant start, ServiceItemId item, string? quota = null, bool expected = true)
    {
        var id = new AppointmentId(Guid.NewGuid());
        _bookings[id] = new(id, default, TestHall.Centre, "permit", item, quota, start, expected);
        return id;
    }

    public ValueTask<BookedArrival?> FindAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken) => ValueTask.FromResult(_bookings.GetValueOrDefault(appointment));

    public ValueTask<IReadOnlyList<BookedArrival>> ListExpectedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<BookedArrival>>([.. _bookings.Values.Where(booked => !Outcomes.ContainsKey(booked.Id) && ShanghaiTime.DateOf(booked.Start) == day).OrderBy(booked => booked.Start)]);

    public ValueTask<bool> StageAsync(AccessContext context, WriteBatch batch, AppointmentId appointment, BookedOutcome what, CancellationToken cancellationToken)
    {
        Outcomes[appointment] = what;
        return ValueTask.FromResult(true);
    }
}
