using NewCitizen.Access;

namespace NewCitizen.Residents;

/// <summary>
/// A feature's share of the timeline. The timeline is read from the dated facts themselves, never kept twice, so it cannot disagree with them.
/// </summary>
public interface ITimelineSource
{
    /// <summary>Entries about a person.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="files">The person's file and the files merged into it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken);
}
