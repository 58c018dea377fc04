using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Appointments.CalendarFiles;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.My;

public sealed class DetailModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items) : BookingPage(appointments, centres, items)
{
    [BindProperty]
    public string? Act { get; set; }

    public string? Done { get; private set; }

    public void OnGet(string? done) => Done = done;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => AnswerAsync(cancellationToken), () => AgainAsync(cancellationToken));

    private async Task<string?> AnswerAsync(CancellationToken cancellationToken)
    {
        var key = StoreKey(Link, Act);
        Outcome<Appointment>? answer = Act switch
        {
            "accept" => await Appointments.AcceptAsync(Desk, Booking.Id, Booking.Revision, key, cancellationToken),
            "decline" => await Appointments.CancelAsync(Desk, Booking.Id, Booking.Revision, byOffice: false, key, cancellationToken),
            _ => null,
        };
        Take(answer?.Issues ?? []);
        return answer is null or { Succeeded: true } ? Act == "accept" ? $"/booking/{Link}/done" : $"/my/{Link}" : null;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();
}
