using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Residents;

namespace NewCitizen.Checklists;

/// <summary>Ticked items, for the timeline.</summary>
internal sealed class ChecklistTimelineSource(ChecklistStore progress) : ITimelineSource
{
    // A host has at most 50 lists.
    private const int PageSize = 200;

    private static readonly TimelineEvent s_ticked = new("checklist.ticked", "清单项目完成", "checklist item done");

    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var entries = new List<TimelineEntry>();
        foreach (var file in files)
        {
            var page = await progress.ListBySubjectAsync(context.Agency, file.Value, PageSize, after: null, cancellationToken).ConfigureAwait(false);
            entries.AddRange(page.Items.SelectMany(own => own.Done.Select(tick =>
                new TimelineEntry(ShanghaiTime.DateOf(tick.At), s_ticked, ChecklistKinds.Progress.Name, progress.IdOf(own), file))));
        }

        return entries;
    }
}
