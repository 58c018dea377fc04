using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class WhoModel(AppointmentManager appointments, CentreManager centres, ServiceItemManager items, BookingNotes notes) : BookingPage(appointments, centres, items)
{
    [BindProperty]
    public TypedPerson Person { get; set; } = new();

    public IActionResult OnGet()
    {
        if (Booking.Status != AppointmentStatus.Held)
        {
            return Redirect($"/my/{Link}");
        }

        Person = notes.Read(HttpContext, Link) ?? Person;
        return Page();
    }

    public IActionResult OnPost()
    {
        if (Booking.Status != AppointmentStatus.Held)
        {
            return Redirect($"/my/{Link}");
        }

        // What can be told from the form alone is told here; the manager looks at all of it again when the booking is made.
        if (string.IsNullOrWhiteSpace(Person.Name))
        {
            Errors.Add("Person.Name", Words.T("请填写姓名", "Enter the full name"));
        }
        else if (!PersonName.TryParse(Person.Name, out _, out var nameError))
        {
            Errors.Add("Person.Name", nameError.Format(null, []));
        }

        if (string.IsNullOrWhiteSpace(Person.Number))
        {
            Errors.Add("Person.Number", Words.T("请填写证件号码", "Enter the identity number"));
        }
        else if (string.IsNullOrEmpty(Person.Kind) && Person.Number.Trim().Length == 18 && !CitizenNumber.TryParse(Person.Number.Trim(), out _, out var numberError))
        {
            Errors.Add("Person.Number", numberError.Format(null, []));
        }

        if (!string.IsNullOrWhiteSpace(Person.Phone) && !MobileNumber.TryParseLenient(Person.Phone, out _, out var phoneError))
        {
            Errors.Add("Person.Phone", phoneError.Format(null, []));
        }

        if (Errors.Any)
        {
            return Page();
        }

        notes.Keep(HttpContext, Link, Person);
        return Redirect($"/booking/{Link}/check");
    }
}
