using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class DoneModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items) : BookingPage(appointments, centres, items)
{
    public bool Warned { get; private set; }

    public IActionResult OnGet(bool warned)
    {
        Warned = warned;
        return Booking.Status == AppointmentStatus.Booked ? Page() : Redirect($"/my/{Link}");
    }
}
