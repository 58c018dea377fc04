using NewCitizen.Calendars;
using NewCitizen.Centres;
using Portal.Forms;

namespace Portal.Pages.Desk;

public sealed class IndexModel(CentreManager centres, IWorkCalendarSource calendars) : PortalPage
{
    public IReadOnlyList<(ServiceCentre Centre, CentreDay Day)> Centres { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Centres = [.. (await centres.ListAsync(Desk, 100, null, cancellationToken)).Items.Select(centre => (centre, centre.On(Today, calendars.Current)))];
}
