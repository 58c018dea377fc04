using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Desk;

/// <summary>One of the people to call. The whole number is shown as the answer to a POST with a purpose, so that it has no address.</summary>
public sealed class CallModel(CentreManager centres, ServiceItemManager items, AppointmentManager appointments, IAuthorizationService policies) : DeskPage(centres)
{
    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public Appointment Booking { get; private set; } = null!;

    public string ItemName { get; private set; } = string.Empty;

    public BookedPerson? Person { get; private set; }

    public bool MayReveal { get; private set; }

    public bool MayWrite => Roles.MayWrite(User);

    public string Phone => (Person ?? Booking.Person)?.Phone is { } phone && phone != default ? phone.ToString(Person is null ? null : "F") : "—";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return Act == "show" ? await ShowAsync(cancellationToken)
            : !(await policies.AuthorizeAsync(User, NewCitizenPolicies.Write)).Succeeded ? Forbid()
            : await SubmitAsync(() => CalledAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!MayReveal)
        {
            return Forbid();
        }

        var purpose = Purpose?.Trim() ?? string.Empty;
        if (purpose.Length is 0 or > AccessContext.MaxTextLength)
        {
            Errors.Add("Purpose", Words.T("请说明查看目的（不超过 200 字）", "State the purpose (at most 200 characters)"));
            return Page();
        }

        var person = await appointments.ReadPersonAsync(Desk.For(purpose), Booking.Id, cancellationToken);
        Take(person.Issues);
        Person = person.Value;
        return Page();
    }

    private async Task<string?> CalledAsync(CancellationToken cancellationToken)
    {
        var called = await appointments.MarkCalledAsync(Desk, Booking.Id, Booking.Revision, cancellationToken);
        Take(called.Issues);
        return called.Succeeded ? $"/desk/{Centre.Code}/day" : null;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await appointments.FindAsync(Desk, new AppointmentId(id), cancellationToken) is not { } found || found.Centre != Centre.Id)
        {
            return false;
        }

        Booking = found;
        ItemName = await items.FindAsync(Desk, found.Item, cancellationToken) is { } item ? HallPage.NameOf(item) : "—";
        MayReveal = (await policies.AuthorizeAsync(User, NewCitizenPolicies.Reveal)).Succeeded;
        return true;
    }
}
