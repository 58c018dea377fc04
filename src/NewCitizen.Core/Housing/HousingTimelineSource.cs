using NewCitizen.Access;
using NewCitizen.Residents;

namespace NewCitizen.Housing;

/// <summary>Stays in rooms and beds, for the timeline.</summary>
internal sealed class HousingTimelineSource(ITenancyStore tenancies) : ITimelineSource
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
                var page = await tenancies.ListByResidentAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                foreach (var stay in page.Items)
                {
                    entries.Add(new(stay.Since, TimelineEvent.MovedIn, HousingKinds.Room.Name, stay.Room.Value, file));
                    if (stay.Until is { } until)
                    {
                        entries.Add(new(until, TimelineEvent.MovedOut, HousingKinds.Room.Name, stay.Room.Value, file));
                    }
                }

                after = page.Next;
            }
            while (after is not null);
        }

        return entries;
    }
}
