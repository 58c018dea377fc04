using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Desk;

[Authorize(NewCitizenPolicies.Write)]
public sealed class OpenCaseModel(CentreManager centres, ServiceItemManager items, QueueManager queue, CaseManager cases) : DeskPage(centres)
{
    [BindProperty(SupportsGet = true)]
    public Guid Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Window { get; set; } = string.Empty;

    [BindProperty]
    public TypedPerson Person { get; set; } = new();

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public string Number { get; private set; } = string.Empty;

    public ServiceItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is { } ticket
        ? await SubmitAsync(() => OpenAsync(ticket, cancellationToken), () => Task.FromResult<IActionResult>(Page()))
        : NotFound();

    private async Task<QueueTicket?> LoadAsync(CancellationToken cancellationToken)
    {
        var ticket = await queue.FindTicketAsync(Desk, new QueueTicketId(Ticket), cancellationToken);
        if (ticket is null || ticket.Centre != Centre.Id || Centre.FindWindow(Window) is null || await items.FindAsync(Desk, ticket.Items[0], cancellationToken) is not { } item)
        {
            return null;
        }

        (Number, Item) = (ticket.Number, item);
        return ticket;
    }

    private async Task<string?> OpenAsync(QueueTicket ticket, CancellationToken cancellationToken)
    {
        var command = new SubmitCase
        {
            Item = Item.Id,
            Channel = ServiceChannels.Window,
            Applicant = new StatedApplicant
            {
                Name = Person.Name ?? string.Empty,
                Document = new StatedDocument { Kind = string.IsNullOrEmpty(Person.Kind) ? null : Person.Kind, Number = Person.Number ?? string.Empty },
                Phone = Person.Phone ?? string.Empty,
            },
            Papers = Papers,
            Centre = Centre.Id,
            Window = Window,
            Appointment = ticket.Appointment?.Value,
            Ticket = ticket.Id.Value,
        };
        var key = StoreKey([Ticket.ToString(), Person.Name, Person.Kind, Person.Number, Person.Phone, .. Papers]);
        var opened = await cases.SubmitAsync(Desk, command, key, cancellationToken);
        Errors.Take(opened.Issues, TypedPerson.ApplicantFields, HallPage.NoField);
        return opened.Succeeded ? $"/desk/cases/{opened.Value.Id}" : null;
    }
}
