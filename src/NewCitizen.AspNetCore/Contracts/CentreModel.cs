using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A service hall, station or office (服务中心).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Code">Short code in the agency.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Kind"><c>hall</c>, <c>station</c> or <c>office</c>.</param>
/// <param name="Address">Address.</param>
/// <param name="Phone">Telephone of the centre.</param>
/// <param name="Week">Open periods from Monday to Sunday in ordinary weeks; see the opening of a day for holidays and closures.</param>
/// <param name="MakeUpWorkdays">Open periods of make-up workdays.</param>
/// <param name="Windows">Windows.</param>
/// <param name="BookableItemIds">Items with a booking plan.</param>
public sealed record CentreModel(
    Guid Id,
    string Revision,
    string Code,
    string Name,
    string? EnglishName,
    string Kind,
    string? Address,
    string? Phone,
    IReadOnlyList<IReadOnlyList<PeriodModel>> Week,
    IReadOnlyList<PeriodModel> MakeUpWorkdays,
    IReadOnlyList<WindowModel> Windows,
    IReadOnlyList<Guid> BookableItemIds)
{
    internal static CentreModel Of(ServiceCentre centre) => new(
        centre.Id.Value,
        centre.Revision.ToString(),
        centre.Code,
        centre.Name,
        centre.EnglishName,
        WireName.Of(centre.Kind),
        centre.Address,
        centre.Phone,
        [.. Enumerable.Range(1, 7).Select(day => (IReadOnlyList<PeriodModel>)[.. centre.Hours.Of((IsoDayOfWeek)day).Select(PeriodModel.Of)])],
        [.. centre.Hours.MakeUpWorkdays.Select(PeriodModel.Of)],
        [.. centre.Windows.Select(WindowModel.Of)],
        [.. centre.Plans.SelectMany(plan => plan.Items).Select(item => item.Value)]);
}
