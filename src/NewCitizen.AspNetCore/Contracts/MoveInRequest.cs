namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Moves a person in (入住).</summary>
/// <param name="ResidentId">Who.</param>
/// <param name="RoomId">Where.</param>
/// <param name="Since">First day, Asia/Shanghai.</param>
/// <param name="Bed">Which bed; required where the room has beds.</param>
/// <param name="LeaseId">Under which lease.</param>
/// <param name="OfFamily">Whether the person is family of who lives in the room.</param>
public sealed record MoveInRequest(Guid ResidentId, Guid RoomId, DateOnly Since, string? Bed = null, Guid? LeaseId = null, bool OfFamily = false);
