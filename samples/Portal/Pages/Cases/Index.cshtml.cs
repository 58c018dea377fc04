using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Services;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Cases;

public sealed class IndexModel(CaseManager cases, ServiceItemManager items, IWorkCalendarSource calendars) : PortalPage
{
    private const int Most = 100;
    private Dictionary<ServiceItemId, string> _names = [];

    public IReadOnlyList<(string Id, string Title, string None, IReadOnlyList<ServiceCase> List)> Lists { get; private set; } = [];

    public string ItemName(ServiceItemId item) => _names.GetValueOrDefault(item, "—");

    public string Due(ServiceCase entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CaseTexts.Due(entry.Due(calendars.Current), Today);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _names = (await items.ListAsync(Desk, 1000, null, cancellationToken)).Items.ToDictionary(item => item.Id, HallPage.NameOf);
        var overdue = (await cases.ListOverdueAsync(Desk, Most, null, cancellationToken)).Items;
        var open = (await cases.ListAsync(Desk, [CaseState.Submitted, CaseState.SupplementAsked, CaseState.Supplemented, CaseState.Accepted, CaseState.Granted, CaseState.Refused], Most, null, cancellationToken)).Items;
        var done = (await cases.ListAsync(Desk, [CaseState.Delivered, CaseState.NotAccepted], 20, null, cancellationToken)).Items;
        Lists =
        [
            ("overdue", Words.T("超期办件", "Overdue"), Words.T("没有超期办件。", "None is overdue."), overdue),
            ("open", Words.T("在办", "Open"), Words.T("没有在办办件。", "None is open."), open),
            ("done", Words.T("已结束", "Done"), Words.T("还没有办结的办件。", "None is done yet."), done),
        ];
    }
}
