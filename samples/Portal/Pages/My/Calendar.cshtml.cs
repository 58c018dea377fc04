using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Appointments.CalendarFiles;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Pages.My;

public sealed class CalendarModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items, IClock clock) : BookingPage(appointments, centres, items)
{
    // A hold or an offer is nothing for a calendar yet.
    public IActionResult OnGet() => Booking.Status is AppointmentStatus.Held or AppointmentStatus.Offered
        ? NotFound()
        : File(CalendarFile.Write(AppointmentCalendar.Entry(Booking, Centre, Item, !Words.IsChinese), clock.GetCurrentInstant()), CalendarFile.ContentType, "appointment.ics");
}
