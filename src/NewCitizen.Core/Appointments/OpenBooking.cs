using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>A booking that counts for the limits of a person until it is over.</summary>
internal sealed record OpenBooking(Guid Appointment, ServiceCentreId Centre, string Plan, LocalDate Date, LocalTime Start, LocalTime End)
{
    public static OpenBooking Of(Appointment appointment) =>
        new(appointment.Id.Value, appointment.Centre, appointment.Plan, appointment.Date, appointment.Start, appointment.End);

    public bool Overlaps(LocalDate date, LocalTime start, LocalTime end) => Date == date && Start < end && start < End;
}
