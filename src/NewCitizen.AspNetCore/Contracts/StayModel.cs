using NewCitizen.Codes;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A declared stay (居住登记).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="AddressId">The standard address.</param>
/// <param name="RoomId">The room, where known.</param>
/// <param name="RegisteredOn">Day of declaration.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there; absent while it goes on.</param>
/// <param name="DwellingType">GB/T 31000 住所类型.</param>
public sealed record StayModel(Guid Id, Guid AddressId, Guid? RoomId, DateOnly? RegisteredOn, DateOnly Since, DateOnly? Until, CodedModel? DwellingType)
{
    internal static StayModel Of(ResidenceRegistration stay) => new(
        stay.Id.Value, stay.Address.Value, stay.Room?.Value, stay.RegisteredOn?.ToDateOnly(), stay.Since.ToDateOnly(), stay.Until?.ToDateOnly(),
        CodedModel.Of(stay.DwellingType, CodeTables.DwellingKind));
}
