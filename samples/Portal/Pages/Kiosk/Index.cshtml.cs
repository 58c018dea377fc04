using NewCitizen.Calendars;
using NewCitizen.Centres;
using Portal.Hall;

namespace Portal.Pages.Kiosk;

public sealed class IndexModel(CentreManager centres, IWorkCalendarSource calendars) : KioskPage(centres)
{
    public CentreDay Day { get; private set; } = null!;

    protected override bool Clears => false;

    public void OnGet() => Day = Centre.On(Today, calendars.Current);
}
