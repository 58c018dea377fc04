using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Declare;

public sealed class IndexModel(ServiceItemManager items) : HallPage
{
    public IReadOnlyList<ServiceItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Items = [.. (await items.ListAsync(Desk, 1000, null, cancellationToken)).Items.Where(item => item.IsOffered && item.Channels.HasFlag(ServiceChannels.Online))];
}
