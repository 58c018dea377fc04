using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Residents;

namespace NewCitizen.Cases;

/// <summary>Cases, for the timeline.</summary>
internal sealed class CaseTimelineSource(IServiceCaseStore cases) : ITimelineSource
{
    private const int PageSize = 200;

    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var entries = new List<TimelineEntry>();
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await cases.ListByResidentAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                entries.AddRange(page.Items.SelectMany(own => own.Steps.Select(step => (own, step)))
                    .Where(line => EventOf(line.step.Act) is not null)
                    .Select(line => new TimelineEntry(ShanghaiTime.DateOf(line.step.At), EventOf(line.step.Act)!, CaseKinds.ServiceCase.Name, line.own.Id.Value, file)));
                after = page.Next;
            }
            while (after is not null);
        }

        return entries;
    }

    private static TimelineEvent? EventOf(CaseAct act) => act switch
    {
        CaseAct.Submit => TimelineEvent.CaseSubmitted,
        CaseAct.Accept => TimelineEvent.CaseAccepted,
        CaseAct.RefuseAcceptance => TimelineEvent.CaseNotAccepted,
        CaseAct.Grant => TimelineEvent.CaseGranted,
        CaseAct.Refuse => TimelineEvent.CaseRefused,
        CaseAct.Deliver => TimelineEvent.CaseDelivered,
        CaseAct.Withdraw => TimelineEvent.CaseWithdrawn,
        _ => null,
    };
}
