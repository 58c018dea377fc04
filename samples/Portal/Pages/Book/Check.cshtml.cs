using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class CheckModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items, BookingNotes notes) : BookingPage(appointments, centres, items)
{
    public TypedPerson Person { get; private set; } = new();

    public IActionResult OnGet() => Ready() ? Page() : Redirect(Booking.Status == AppointmentStatus.Held ? $"/booking/{Link}" : $"/my/{Link}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Booking.Status == AppointmentStatus.Booked)
        {
            // Sent twice: the first has booked it.
            return Redirect($"/booking/{Link}/done");
        }

        return Ready() ? await SubmitAsync(() => ConfirmAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page())) : Redirect($"/booking/{Link}");
    }

    private bool Ready()
    {
        var typed = Booking.Status == AppointmentStatus.Held ? notes.Read(HttpContext, Link) : null;
        Person = typed ?? Person;
        return typed is not null;
    }

    private async Task<string?> ConfirmAsync(CancellationToken cancellationToken)
    {
        var key = StoreKey(Link, Person.Name, Person.Kind, Person.Number, Person.Phone);
        var booked = await Appointments.ConfirmAsync(Desk, Booking.Id, Booking.Revision, Person.State(), key, cancellationToken);
        Errors.Take(booked.Issues, TypedPerson.Fields, NoField);
        if (!booked.Succeeded)
        {
            return null;
        }

        BookingNotes.Forget(HttpContext);
        return $"/booking/{Link}/done{(booked.Issues.Count > 0 ? "?warned=true" : string.Empty)}";
    }
}
