using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Housing;
using Portal.Forms;

namespace Portal.Pages.Homes;

public sealed class IndexModel(HousingManager homes, AddressManager addresses) : PortalPage
{
    private const int PageSize = 20;

    public IReadOnlyList<HomeLine> Homes { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayWrite => Roles.MayWrite(User);

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        try
        {
            var page = await homes.ListPropertiesAsync(Desk, address: null, PageSize, after, cancellationToken);
            Next = page.Next;
            var texts = await addresses.FindManyAsync(Desk, page.Items.Select(home => home.Address), cancellationToken);
            var lines = new List<HomeLine>();
            foreach (var home in page.Items)
            {
                var rooms = (await homes.ListRoomsAsync(Desk, home.Id, 1000, after: null, cancellationToken)).Items;
                lines.Add(new(home, texts.TryGetValue(home.Address, out var address) ? address.Text : "—", rooms.Count, rooms.Sum(room => room.Occupied), rooms.Sum(room => room.Capacity ?? 0)));
            }

            Homes = lines;
            return Page();
        }
        catch (NewCitizenException exception) when (exception.Code == NewCitizen.Storage.StorageErrors.InvalidCursor)
        {
            return LocalRedirect("/homes");
        }
    }
}
