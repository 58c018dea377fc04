using NewCitizen.Plates;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A door plate (二维码门牌). Nothing in it is personal.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Number">Number on the plate.</param>
/// <param name="HomeId">The home.</param>
/// <param name="Token">What its QR code carries behind <c>/P/</c>; null once it was revoked.</param>
/// <param name="KeyVersion">Version of the key it was printed with last.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="RevokedOn">First day it was no longer valid.</param>
/// <param name="Reason">Why it was revoked.</param>
/// <param name="ReplacesId">The plate it took the place of.</param>
public sealed record PlateModel(
    Guid Id, string Revision, string Number, Guid HomeId, string? Token, int KeyVersion, DateOnly IssuedOn, DateOnly? RevokedOn, string? Reason, Guid? ReplacesId)
{
    internal static PlateModel Of(DoorPlate plate, PlateManager plates) => new(
        plate.Id.Value,
        plate.Revision.ToString(),
        plate.Code.ToString(),
        plate.Home.Value,
        plate.IsLive ? plates.TokenOf(plate).ToString() : null,
        plate.KeyVersion,
        plate.IssuedOn.ToDateOnly(),
        plate.RevokedOn?.ToDateOnly(),
        plate.Reason is { } reason ? WireName.Of(reason) : null,
        plate.Replaces?.Value);
}
