using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Services;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Desk;

public sealed class WindowModel(CentreManager centres, ServiceItemManager items, QueueManager queue, IAuthorizationService policies) : DeskPage(centres)
{
    private Dictionary<ServiceItemId, ServiceItem> _items = [];

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public Guid? Ticket { get; set; }

    [BindProperty]
    public Guid? Item { get; set; }

    public ServiceWindow Window { get; private set; } = null!;

    public QueueTicket? Current { get; private set; }

    public IReadOnlyList<QueueTicket> Waiting { get; private set; } = [];

    public IReadOnlyList<QueueTicket> Aside { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Transfers { get; private set; } = [];

    public bool MayWrite => Roles.MayWrite(User);

    public string ItemName(ServiceItemId id) => _items.TryGetValue(id, out var item) ? HallPage.NameOf(item) : "—";

    public Task<IActionResult> OnGetAsync(string window, CancellationToken cancellationToken) => ShowAsync(window, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string window, CancellationToken cancellationToken) =>
        !(await policies.AuthorizeAsync(User, NewCitizenPolicies.Write)).Succeeded ? Forbid()
        : Centre.FindWindow(window) is null ? NotFound()
        : await SubmitAsync(() => ActAsync(window, cancellationToken), () => ShowAsync(window, cancellationToken));

    private async Task<string?> ActAsync(string window, CancellationToken cancellationToken)
    {
        var page = $"/desk/{Centre.Code}/{window}";
        if (Act == "off")
        {
            var off = await queue.SignOffAsync(Desk, Centre.Id, window, cancellationToken);
            Take(off.Issues);
            return off.Succeeded ? page : null;
        }

        if (Act != "next" && Ticket is null)
        {
            return page;
        }

        if (Act == "transfer" && Item is null)
        {
            Errors.Add("Item", Words.T("请选择转办事项", "Choose what to transfer to"));
            return null;
        }

        var id = new QueueTicketId(Ticket ?? default);
        Outcome<QueueTicket>? outcome = Act switch
        {
            "next" => await queue.CallNextAsync(Desk, Centre.Id, window, cancellationToken),
            "recall" => await queue.RecallAsync(Desk, id, window, cancellationToken),
            "start" => await queue.StartAsync(Desk, id, window, cancellationToken),
            "finish" => await queue.FinishAsync(Desk, id, window, cancellationToken),
            "no-show" => await queue.MarkNoShowAsync(Desk, id, window, cancellationToken),
            "hold" => await queue.HoldAsync(Desk, id, window, cancellationToken),
            "resume" => await queue.ResumeAsync(Desk, id, cancellationToken),
            "transfer" => await queue.TransferAsync(Desk, id, window, new ServiceItemId(Item!.Value), cancellationToken),
            _ => null,
        };
        Take(outcome?.Issues ?? []);
        return outcome is null or { Succeeded: true } ? page : null;
    }

    private async Task<IActionResult> ShowAsync(string code, CancellationToken cancellationToken)
    {
        if (Centre.FindWindow(code) is not { } window)
        {
            return NotFound();
        }

        Window = window;
        _items = (await items.ListAsync(Desk, 1000, null, cancellationToken)).Items.ToDictionary(item => item.Id);
        var hall = await queue.ListInHallAsync(Desk, Centre.Id, cancellationToken);
        var mine = hall.Where(ticket => ticket.Items.All(window.Items.Contains)).ToList();
        Current = hall.FirstOrDefault(ticket => ticket.Window == code && (ticket.State is TicketState.Called or TicketState.Serving));
        Waiting = [.. mine.Where(ticket => ticket.State == TicketState.Waiting)];
        Aside = [.. mine.Where(ticket => ticket.State == TicketState.Held)];
        var setup = await queue.FindSetupAsync(Desk, Centre.Id, cancellationToken);
        Transfers = [(string.Empty, Words.T("请选择", "Choose")), .. (setup?.Groups ?? []).SelectMany(group => group.Items).Select(item => (item.ToString(), ItemName(item)))];
        return Page();
    }
}
