using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

public sealed partial class HazardManager
{
    private const int PageSize = 500;
    private static readonly HazardState[] s_open = [HazardState.Found, HazardState.Noticed, HazardState.Corrected];

    /// <summary>The hazard board: what is open, oldest first, with its day and level as of now. 1 to 1,000 a page.</summary>
    public async ValueTask<Page<HazardLine>> ListOpenAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await _hazards.ListInAsync(context.Agency, s_open, limit, after, cancellationToken).ConfigureAwait(false);
        var calendar = _calendars.Current;
        return new([.. page.Items.Select(hazard => Line(hazard, calendar))], page.Next);
    }

    /// <summary>The hazards of a home, newest first, closed ones too. 1 to 1,000 a page.</summary>
    public async ValueTask<Page<HazardLine>> ListByHomeAsync(AccessContext context, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await _hazards.ListByHomeAsync(context.Agency, home, limit, after, cancellationToken).ConfigureAwait(false);
        var calendar = _calendars.Current;
        return new([.. page.Items.Select(hazard => Line(hazard, calendar))], page.Next);
    }

    /// <summary>All hazards of the station that are past their day (逾期清单), those past it longest first.</summary>
    public async ValueTask<IReadOnlyList<HazardLine>> ListOverdueAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. (await NoticedAsync(context, cancellationToken).ConfigureAwait(false)).Where(line => line.IsOverdue == true).OrderBy(line => line.Due!.Value.LastDay)];
    }

    /// <summary>
    /// Raises the level of every overdue hazard to what it is by now (逾期升级), with an event <c>hazards.escalated</c> each. Safe to run twice or at
    /// two places at once: the second finds nothing to do.
    /// </summary>
    /// <returns>The hazards that were raised.</returns>
    public async ValueTask<IReadOnlyList<Hazard>> EscalateAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var raised = new List<Hazard>();
        foreach (var line in await NoticedAsync(context, cancellationToken).ConfigureAwait(false))
        {
            if (line.Escalation.Level is { } level && level > line.Hazard.EscalationLevel)
            {
                var outcome = await PutAsync(
                    context, line.Hazard with { EscalationLevel = level }, line.Hazard.Revision.Expected, HazardAct.Escalate, note: null, cancellationToken).ConfigureAwait(false);
                if (outcome.Succeeded)
                {
                    raised.Add(outcome.Value);
                }
            }
        }

        return raised;
    }

    /// <summary>Figures of the caller's station (站点统计).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="before">First day after it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<InspectionFigures> CountAsync(AccessContext context, LocalDate from, LocalDate before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agency = context.Agency;
        var done = await AllAsync(after => _inspections.ListDoneAsync(agency, from, before, PageSize, after, cancellationToken)).ConfigureAwait(false);
        var found = await AllAsync(after => _hazards.ListFoundAsync(agency, from, before, PageSize, after, cancellationToken)).ConfigureAwait(false);
        var closed = await AllAsync(after => _hazards.ListClosedAsync(agency, from, before, PageSize, after, cancellationToken)).ConfigureAwait(false);
        var calendar = _calendars.Current;
        var open = (await AllAsync(after => _hazards.ListInAsync(agency, s_open, PageSize, after, cancellationToken)).ConfigureAwait(false)).ConvertAll(hazard => Line(hazard, calendar));
        return new(
            done.Count,
            found.Count,
            found.Count(hazard => hazard.Severity == HazardSeverity.Major),
            closed.Count,
            closed.Count == 0 ? null : closed.Average(hazard => Period.DaysBetween(hazard.FoundOn, hazard.ClosedOn!.Value)),
            open.Count,
            open.Count(line => line.IsOverdue == true),
            open.Count(line => line.IsOverdue is null),
            open.Count(line => line.Hazard.EscalationLevel > 0));
    }

    /// <summary>A hazard that was read, with its day and level as of now.</summary>
    public HazardLine AsOfNow(Hazard hazard)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        return Line(hazard, _calendars.Current);
    }

    private static async ValueTask<List<T>> AllAsync<T>(Func<string?, ValueTask<Page<T>>> read)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await read(after).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private async ValueTask<IReadOnlyList<HazardLine>> NoticedAsync(AccessContext context, CancellationToken cancellationToken)
    {
        var calendar = _calendars.Current;
        return (await AllAsync(after => _hazards.ListInAsync(context.Agency, [HazardState.Noticed], PageSize, after, cancellationToken)).ConfigureAwait(false))
            .ConvertAll(hazard => Line(hazard, calendar));
    }

    private HazardLine Line(Hazard hazard, WorkCalendar calendar)
    {
        var due = hazard.Due(calendar);
        var overdue = due is { } last ? last.IsOver(_clock.GetCurrentInstant()) : false;
        return new(hazard, due, overdue, Escalation.LevelOn(hazard, ShanghaiTime.Today(_clock), [.. _options.Value.EscalationWorkdays], calendar));
    }
}
