namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A stay as declared (填报的居住信息).</summary>
/// <param name="Address">The address as typed, at most 200 characters.</param>
/// <param name="DivisionCode">Division code of 6, 9 or 12 digits.</param>
/// <param name="RoomId">The room, where it is on file.</param>
/// <param name="RegisteredOn">Day of declaration, Asia/Shanghai.</param>
/// <param name="Since">First day of the stay, Asia/Shanghai.</param>
/// <param name="DwellingType">GB/T 31000 住所类型: code or name.</param>
public sealed record ResidenceRequest(
    string Address, string? DivisionCode = null, Guid? RoomId = null, DateOnly? RegisteredOn = null, DateOnly? Since = null, string? DwellingType = null)
{
    /// <summary>Nothing but the type: the address is personal.</summary>
    public override string ToString() => nameof(ResidenceRequest);
}
