using NewCitizen.Permits;
using Portal.Forms;
using Portal.Permits;

namespace Portal.Pages.PermitDesk;

public sealed class IndexModel(PermitManager permits) : PortalPage
{
    private const int Most = 100;

    public IReadOnlyList<(string Id, string Title, string None, IReadOnlyList<ResidencePermit> List)> Lists { get; private set; } = [];

    public PermitStanding Now(ResidencePermit entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.StandingOn(Today);
    }

    public string Due(ResidencePermit entry)
    {
        var now = Now(entry);
        return now.State switch
        {
            PermitState.Accepted or PermitState.SignedOff => PermitTexts.Day(PermitLimit.LastDay(now, entry.ExtendedDays)),
            PermitState.Active => $"{PermitTexts.Day(now.NextWindow?.Opens)} – {PermitTexts.Day(now.NextWindow?.LastDay)}",
            PermitState.Suspended => Words.T($"自{PermitTexts.Day(now.SuspendedSince)}起", $"since {PermitTexts.Day(now.SuspendedSince)}"),
            _ => "—",
        };
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var open = new List<ResidencePermit>();
        foreach (var state in new[] { PermitState.Applied, PermitState.Supplemented, PermitState.SupplementAsked, PermitState.Accepted, PermitState.SignedOff })
        {
            open.AddRange((await permits.ListAsync(Desk, state, Most, null, cancellationToken)).Items);
        }

        Lists =
        [
            ("overdue", Words.T("超过发证期限", "Past the limit"), Words.T("没有超期的申请。", "None is overdue."), (await permits.ListOverdueAsync(Desk, Most, null, cancellationToken)).Items),
            ("open", Words.T("在办申请", "Applications"), Words.T("没有在办申请。", "None is open."), open),
            ("suspended", Words.T("使用功能中止", "Suspended"), Words.T("没有中止的居住证。", "None is suspended."), (await permits.ListAsync(Desk, PermitState.Suspended, Most, null, cancellationToken)).Items),
            ("active", Words.T("有效", "In force"), Words.T("还没有有效的居住证。", "None is in force yet."), (await permits.ListAsync(Desk, PermitState.Active, Most, null, cancellationToken)).Items),
        ];
    }
}
