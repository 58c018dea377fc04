using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>Permits, for the timeline; suspensions by the calendar included.</summary>
internal sealed class PermitTimelineSource(IPermitStore permits, IClock clock) : ITimelineSource
{
    private const int PageSize = 200;

    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.Today(clock);
        var entries = new List<TimelineEntry>();
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await permits.ListByHolderAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                entries.AddRange(
                    from own in page.Items
                    from line in own.Trace(today).Lines
                    let happened = EventOf(line.Act)
                    where happened is not null
                    select new TimelineEntry(line.On, happened, PermitKinds.ResidencePermit.Name, own.Id.Value, file));
                after = page.Next;
            }
            while (after is not null);
        }

        return entries;
    }

    private static TimelineEvent? EventOf(PermitAct act) => act switch
    {
        PermitAct.Apply => PermitTimelineEvents.Applied,
        PermitAct.Accept => PermitTimelineEvents.Accepted,
        PermitAct.RefuseAcceptance => PermitTimelineEvents.NotAccepted,
        PermitAct.Issue => PermitTimelineEvents.Issued,
        PermitAct.Refuse => PermitTimelineEvents.Refused,
        PermitAct.Withdraw => PermitTimelineEvents.Withdrawn,
        PermitAct.Endorse => PermitTimelineEvents.Endorsed,
        PermitAct.Lapse => PermitTimelineEvents.Suspended,
        PermitAct.ReportLost => PermitTimelineEvents.Lost,
        PermitAct.Replace => PermitTimelineEvents.Replaced,
        PermitAct.MoveWithin => PermitTimelineEvents.AddressChanged,
        PermitAct.Cancel => PermitTimelineEvents.Cancelled,
        _ => null,
    };
}
