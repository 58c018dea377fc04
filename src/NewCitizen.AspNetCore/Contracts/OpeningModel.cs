using NewCitizen.Centres;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What a day is at a centre (当日开放情况).</summary>
/// <param name="Date">Day, Asia/Shanghai.</param>
/// <param name="Day"><c>workday</c>, <c>restDay</c>, <c>holiday</c>, <c>makeUpWorkday</c> or <c>notAnnounced</c>.</param>
/// <param name="Status"><c>open</c>, <c>closed</c> or <c>notAnnounced</c>.</param>
/// <param name="Periods">When it is open.</param>
/// <param name="Reason">Reason of a closure or opening.</param>
/// <param name="Windows">Windows that are staffed.</param>
public sealed record OpeningModel(DateOnly Date, string Day, string Status, IReadOnlyList<PeriodModel> Periods, string? Reason, IReadOnlyList<StaffedWindowModel> Windows)
{
    internal static OpeningModel Of(ServiceCentre centre, CentreOpening opening) => new(
        opening.Day.Date.ToDateOnly(),
        WireName.Of(opening.Day.Kind),
        WireName.Of(opening.Day.Status),
        [.. opening.Day.Periods.Select(PeriodModel.Of)],
        opening.Day.Reason,
        [
            .. centre.Windows
                .Select(window => new StaffedWindowModel(window.Code, window.Name, [.. opening.StaffedPeriods(window.Code).Select(PeriodModel.Of)]))
                .Where(window => window.Periods.Count > 0),
        ]);
}
