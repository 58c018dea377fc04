using NewCitizen.Services;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Something an office does (事项).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Code">Short code in the agency.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Materials">Papers it asks for.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="StatutoryLimit">Limit of the law; absent when not configured.</param>
/// <param name="PromisedLimit">Limit the office promises; absent when not configured.</param>
/// <param name="Channels"><c>window</c>, <c>online</c>, <c>kiosk</c>, <c>collector</c>.</param>
/// <param name="FeeYuan">Fee in yuan; absent when not configured.</param>
/// <param name="SlotsInARow">Slots a booking takes.</param>
/// <param name="IsOffered">Whether it is offered at present.</param>
public sealed record ServiceItemModel(
    Guid Id,
    string Revision,
    string Code,
    string Name,
    string? EnglishName,
    IReadOnlyList<MaterialModel> Materials,
    IReadOnlyList<BasisModel> Basis,
    TimeLimitModel? StatutoryLimit,
    TimeLimitModel? PromisedLimit,
    IReadOnlyList<string> Channels,
    decimal? FeeYuan,
    int SlotsInARow,
    bool IsOffered)
{
    internal static ServiceItemModel Of(ServiceItem item) => new(
        item.Id.Value,
        item.Revision.ToString(),
        item.Code,
        item.Name,
        item.EnglishName,
        [.. item.Materials.Select(MaterialModel.Of)],
        [.. item.Basis.Select(basis => BasisModel.Of(basis)!)],
        TimeLimitModel.Of(item.StatutoryLimit),
        TimeLimitModel.Of(item.PromisedLimit),
        [.. Enum.GetValues<ServiceChannels>().Where(channel => channel != ServiceChannels.None && item.Channels.HasFlag(channel)).Select(WireName.Of)],
        item.FeeYuan,
        item.SlotsInARow,
        item.IsOffered);
}
