using Microsoft.AspNetCore.Mvc;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class ItemsModel(CentreManager centres, ServiceItemManager items) : HallPage
{
    public ServiceCentre Centre { get; private set; } = null!;

    public IReadOnlyList<ServiceItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string centre, CancellationToken cancellationToken)
    {
        if (await centres.FindByCodeAsync(Desk, centre, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Centre = found;
        Items = [.. (await items.ListAsync(Desk, 1000, null, cancellationToken)).Items.Where(item => item.IsOffered && found.PlanFor(item.Id) is not null)];
        return Page();
    }
}
