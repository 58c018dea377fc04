using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Residents;

namespace NewCitizen.Collection;

/// <summary>Reports, for the timeline.</summary>
internal sealed class CollectionTimelineSource(ICollectionStore stays) : ITimelineSource
{
    private const int PageSize = 200;

    private static readonly TimelineEvent s_arrival = new("stay.reported-arrival", "申报到达", "arrival reported");
    private static readonly TimelineEvent s_departure = new("stay.reported-departure", "申报离开", "departure reported");
    private static readonly TimelineEvent s_update = new("stay.reported-change", "申报变更", "change reported");

    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var entries = new List<TimelineEntry>();
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await stays.ListReportsAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                entries.AddRange(page.Items.Where(report => report.State == StayReportState.Accepted).Select(report => new TimelineEntry(
                    ShanghaiTime.DateOf(report.ReportedAt),
                    report.Kind switch { StayReportKind.Arrival => s_arrival, StayReportKind.Departure => s_departure, _ => s_update },
                    CollectionKinds.StayReport.Name,
                    report.Id.Value,
                    file)));
                after = page.Next;
            }
            while (after is not null);
        }

        return entries;
    }
}
