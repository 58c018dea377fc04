using Microsoft.AspNetCore.Mvc;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Kiosk;

public sealed class TakeModel(CentreManager centres, ServiceItemManager items, QueueManager queue) : KioskPage(centres)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    public IReadOnlyList<ServiceItem> Items { get; private set; } = [];

    public IReadOnlyList<PriorityClass> Priorities { get; private set; } = [];

    public ServiceItem? Chosen { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => TakeAsync(cancellationToken), () => ShowAsync(cancellationToken));

    private async Task<string?> TakeAsync(CancellationToken cancellationToken)
    {
        var command = new TakeTicket(Centre.Id, Item is { } item ? [new ServiceItemId(item)] : [], string.IsNullOrEmpty(Priority) ? null : Priority);
        var outcome = await queue.TakeTicketAsync(Desk, command, StoreKey(Item?.ToString(), Priority), cancellationToken);
        Take(outcome.Issues);
        return outcome.Succeeded ? $"{Home}/ticket/{outcome.Value.Link}" : null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var setup = await queue.FindSetupAsync(Desk, Centre.Id, cancellationToken);
        var here = (setup?.Groups.SelectMany(group => group.Items) ?? []).ToHashSet();
        Items = [.. (await items.ListAsync(Desk, 1000, null, cancellationToken)).Items.Where(item => here.Contains(item.Id) && item.IsOffered)];
        Priorities = setup?.PriorityClasses ?? [];
        Chosen = Items.FirstOrDefault(item => item.Id.Value == Item);
        return Page();
    }
}
