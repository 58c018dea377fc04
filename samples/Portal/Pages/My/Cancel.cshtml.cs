using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.My;

public sealed class CancelModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items) : BookingPage(appointments, centres, items)
{
    public IActionResult OnGet() => Booking.Status == AppointmentStatus.Booked ? Page() : Redirect($"/my/{Link}");

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => CancelAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private async Task<string?> CancelAsync(CancellationToken cancellationToken)
    {
        var cancelled = await Appointments.CancelAsync(Desk, Booking.Id, Booking.Revision, byOffice: false, StoreKey(Link), cancellationToken);
        Take(cancelled.Issues);
        return cancelled.Succeeded ? $"/my/{Link}?done=cancelled" : null;
    }
}
