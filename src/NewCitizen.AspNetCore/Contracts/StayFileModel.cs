using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What several parties report of one stay (居住事实档).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="ResidentId">Whose stay.</param>
/// <param name="AddressId">Where.</param>
/// <param name="HomeId">The home; absent when none is on file.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there.</param>
/// <param name="Facts">The facts.</param>
public sealed record StayFileModel(
    Guid Id, string Revision, Guid ResidentId, Guid AddressId, Guid? HomeId, DateOnly? Since, DateOnly? Until, IReadOnlyList<StayFactModel> Facts)
{
    internal static StayFileModel Of(StayFile stay) => new(
        stay.Id.Value,
        stay.Revision.ToString(),
        stay.Resident.Value,
        stay.Address.Value,
        stay.Home?.Value,
        stay.Since?.ToDateOnly(),
        stay.Until?.ToDateOnly(),
        [.. stay.Facts.Select(StayFactModel.Of)]);
}
