using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// How long a person has lived in the city without a break, from declared stays (连续居住). Stays that overlap or follow each other on the day count as
/// one; the law tolerates no gap, a city's policy may.
/// </summary>
public sealed record ContinuousStay
{
    private ContinuousStay()
    {
    }

    /// <summary>First day of the last continuous stay; null if no stay had begun.</summary>
    public LocalDate? Since { get; private init; }

    /// <summary>First day no longer lived in the city; null while the stay goes on.</summary>
    public LocalDate? EndedOn { get; private init; }

    /// <summary>Day the first address of the continuous stay was registered.</summary>
    public LocalDate? RegisteredOn { get; private init; }

    /// <summary>The gaps, oldest first.</summary>
    public IReadOnlyList<PermitGap> Gaps { get; private init; } = [];

    /// <summary>
    /// The day on which half a year is full: the corresponding day six months on, else the last of that month (民法典第二百零二条); the same reading
    /// as 满一年之日 in Art. 10. On it the condition is met, for 以上 includes the number itself (第一千二百五十九条).
    /// </summary>
    public LocalDate? HalfYearFullOn => Since is { } since ? HalfYearFrom(since) : null;

    /// <summary>The day on which half a year counted from a day is full.</summary>
    public static LocalDate HalfYearFrom(LocalDate since) => new CalendarMonths(6).After(since, WorkCalendar.Default).LastDay!.Value;

    /// <summary>Works it out as of a day.</summary>
    /// <param name="stays">The stays in any order; those that begin after the day are left out.</param>
    /// <param name="on">The day in Asia/Shanghai.</param>
    /// <param name="toleratedGapDays">Days without a stay that do not break it; null: none.</param>
    public static ContinuousStay Of(IEnumerable<PermitStay> stays, LocalDate on, int? toleratedGapDays = null)
    {
        ArgumentNullException.ThrowIfNull(stays);
        var gaps = new List<PermitGap>();
        LocalDate? since = null, registered = null;
        var end = LocalDate.MinIsoValue;
        foreach (var stay in stays.Where(stay => stay.Since <= on && !(stay.Until <= stay.Since)).OrderBy(stay => stay.Since))
        {
            if (since is null)
            {
                (since, registered) = (stay.Since, stay.RegisteredOn ?? stay.Since);
            }
            else if (stay.Since > end)
            {
                var gap = new PermitGap(end, stay.Since, Period.DaysBetween(end, stay.Since) > (toleratedGapDays ?? 0));
                gaps.Add(gap);
                (since, registered) = gap.Breaks ? (stay.Since, stay.RegisteredOn ?? stay.Since) : (since, registered);
            }

            end = LocalDate.Max(end, stay.Until ?? LocalDate.MaxIsoValue);
        }

        return new() { Since = since, RegisteredOn = registered, EndedOn = since is not null && end <= on ? end : null, Gaps = gaps };
    }

    /// <summary>Whether the person lives here on the day.</summary>
    public bool GoesOn => Since is not null && EndedOn is null;
}
