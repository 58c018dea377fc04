using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Cases;

public sealed partial class RatingManager
{
    /// <summary>Fewest people a figure rests on.</summary>
    public const int FewestRaters = 5;

    /// <summary>Figures of a month that is over, by items (事项评价统计). Discarded ratings do not count.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="year">Year.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The figures, none when fewer than five people rated; refused with NC2527 while the month goes on.</returns>
    public ValueTask<Outcome<IReadOnlyList<RatingFigure>>> FiguresByItemAsync(AccessContext context, int year, int month, CancellationToken cancellationToken) =>
        FiguresAsync(context, year, month, record => (new(ServiceCaseStore.Id(record[CaseKinds.Item])), null, null), cancellationToken);

    /// <summary>Figures of a month that is over, by windows (窗口评价统计); what was done online is one group.</summary>
    /// <inheritdoc cref="FiguresByItemAsync"/>
    public ValueTask<Outcome<IReadOnlyList<RatingFigure>>> FiguresByWindowAsync(AccessContext context, int year, int month, CancellationToken cancellationToken) =>
        FiguresAsync(
            context,
            year,
            month,
            record => (
                null,
                record[CaseKinds.Centre] is { IsNull: false } centre ? new ServiceCentreId(ServiceCaseStore.Id(centre)) : null,
                record[CaseKinds.Window] is { IsNull: false } window ? window.AsText() : null),
            cancellationToken);

    /// <summary>
    /// Gathers what is too small to be shown. The sum over all groups is the same in every list of a month, so no group can be found by taking one list from
    /// another.
    /// </summary>
    internal static IReadOnlyList<RatingFigure> Pool(IEnumerable<RatingFigure> groups)
    {
        var ordered = groups.OrderByDescending(group => group.Total).ToList();
        var rest = new int[5];
        while (ordered.Count > 0 && (ordered[^1].Total < FewestRaters || rest.Sum() is > 0 and < FewestRaters))
        {
            for (var level = 0; level < rest.Length; level++)
            {
                rest[level] += ordered[^1].Counts[level];
            }

            ordered.RemoveAt(ordered.Count - 1);
        }

        return rest.Sum() >= FewestRaters ? [.. ordered, new(null, null, null, IsRest: true, rest)] : ordered;
    }

    private async ValueTask<Outcome<IReadOnlyList<RatingFigure>>> FiguresAsync(
        AccessContext context,
        int year,
        int month,
        Func<StoredRecord, (ServiceItemId? Item, ServiceCentreId? Centre, string? Window)> group,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("rating.figures");
        var today = ShanghaiTime.Today(_clock);
        if (year is < 1 or > 9998 || month is < 1 or > 12 || new LocalDate(year, month, 1).PlusMonths(1) > today)
        {
            return Outcome<IReadOnlyList<RatingFigure>>.Refused(CaseErrors.MonthNotOver);
        }

        var counts = new Dictionary<(ServiceItemId? Item, ServiceCentreId? Centre, string? Window), int[]>();
        var where = FieldFilter.Equal(CaseKinds.Month, FieldValue.Date(new LocalDate(year, month, 1)));
        QueryCursor? after = null;
        do
        {
            var page = await _store
                .QueryAsync(new RecordQuery(context.Agency, CaseKinds.ServiceRating, [where], limit: RecordQuery.MaxLimit, after: after), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page.Records.Where(record => record[CaseKinds.Discarded].AsInteger() == 0))
            {
                var key = group(record);
                if (!counts.TryGetValue(key, out var levels))
                {
                    counts[key] = levels = new int[5];
                }

                levels[record[CaseKinds.Level].AsInteger() - 1]++;
            }

            after = page.Next;
        }
        while (after is not null);
        return Outcome<IReadOnlyList<RatingFigure>>.Done(Pool(counts.Select(pair => new RatingFigure(pair.Key.Item, pair.Key.Centre, pair.Key.Window, IsRest: false, pair.Value))));
    }
}
