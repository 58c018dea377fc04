using NewCitizen.Plates;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What a scan shows (扫码结果). Members a role may not see are absent.</summary>
/// <param name="Role">As whom it is seen.</param>
/// <param name="Number">Number on the plate.</param>
/// <param name="Office">Whom to call.</param>
/// <param name="Phone">The duty phone.</param>
/// <param name="HomeId">The home.</param>
/// <param name="Address">Its address.</param>
/// <param name="LandlordName">The landlord, masked unless for the police.</param>
/// <param name="LandlordPhone">For the police only.</param>
/// <param name="People">Who lives there, as far as the role may know.</param>
public sealed record PlateViewModel(
    string Role, string Number, string? Office, string? Phone, Guid? HomeId, string? Address, string? LandlordName, string? LandlordPhone, IReadOnlyList<PlatePersonModel>? People)
{
    /// <summary>The plate number.</summary>
    public override string ToString() => Number;

    internal static PlateViewModel Of(PlateView view) => new(
        WireName.Of(view.Role),
        view.Number,
        view.Contact?.Office,
        view.Contact?.Phone,
        view.Home?.Value,
        view.Address,
        view.LandlordName,
        view.LandlordPhone,
        view.Role == PlateRole.Public ? null : [.. view.People.Select(PlatePersonModel.Of)]);
}
