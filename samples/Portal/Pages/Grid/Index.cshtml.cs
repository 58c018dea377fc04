using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Grid;
using Portal.Forms;

namespace Portal.Pages.Grid;

public sealed class IndexModel(GridManager grid, AddressManager addresses, IWorkCalendarSource calendars) : PortalPage
{
    private const int Most = 100;
    private IReadOnlyDictionary<StandardAddressId, StandardAddress> _addresses = new Dictionary<StandardAddressId, StandardAddress>();

    public bool IsWorker { get; private set; }

    public WorkCalendar Calendar => calendars.Current;

    public IReadOnlyList<(string Id, string Title, string None, IReadOnlyList<GridTask> Tasks)> Lists { get; private set; } = [];

    public string AddressOf(GridTask task) => task.Address is { } id && _addresses.TryGetValue(id, out var address) ? address.Text : "—";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var worker = await grid.FindOwnWorkerAsync(Desk, cancellationToken);
        IsWorker = worker is not null;
        var overdue = (await grid.ListOverdueAsync(Desk, worker: null, Most, null, cancellationToken)).Items;
        var mine = (await grid.ListMineAsync(Desk, Most, null, cancellationToken)).Items;
        var open = (await grid.ListTasksAsync(Desk, [GridTaskState.Open], cell: null, Most, null, cancellationToken)).Items;
        Lists =
        [
            ("overdue", Words.T("逾期", "Overdue"), Words.T("没有逾期任务。", "Nothing is overdue."), overdue),
            ("mine", Words.T("我的任务", "Mine"), Words.T("没有正在处理的任务。", "You have no tasks."), mine),
            ("open", Words.T("待领取", "Open"), Words.T("没有待领取的任务。", "No task is open."), open),
        ];
        _addresses = await addresses.FindManyAsync(Desk, Lists.SelectMany(list => list.Tasks).Select(task => task.Address).OfType<StandardAddressId>(), cancellationToken);
    }
}
