using NewCitizen.Calendars;
using NewCitizen.Centres;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class IndexModel(CentreManager centres, IWorkCalendarSource calendars) : HallPage
{
    public IReadOnlyList<(ServiceCentre Centre, CentreDay Day)> Centres { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Centres = [.. (await centres.ListAsync(Desk, 100, null, cancellationToken)).Items.Where(centre => centre.Plans.Count > 0).Select(centre => (centre, centre.On(Today, calendars.Current)))];
}
