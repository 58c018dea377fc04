using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using Portal.Forms;

namespace Portal.Pages.Desk;

public sealed class IndexModel(CentreManager centres, QueueManager queue, IWorkCalendarSource calendars) : PortalPage
{
    public IReadOnlyList<(ServiceCentre Centre, CentreDay Day, int Waiting)> Centres { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = new List<(ServiceCentre, CentreDay, int)>();
        foreach (var centre in (await centres.ListAsync(Desk, 100, null, cancellationToken)).Items)
        {
            found.Add((centre, centre.On(Today, calendars.Current), (await queue.ReadBoardAsync(Desk, centre.Id, cancellationToken)).Waiting.Values.Sum()));
        }

        Centres = found;
    }
}
