namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Moves a person from one place into another (换房、换床).</summary>
/// <param name="RoomId">Where to.</param>
/// <param name="On">First day in the new place, Asia/Shanghai.</param>
/// <param name="Bed">Which bed; required where the room has beds.</param>
/// <param name="LeaseId">Under which lease.</param>
/// <param name="OfFamily">Whether the person is family of who lives in the new room.</param>
public sealed record MoveRequest(Guid RoomId, DateOnly On, string? Bed = null, Guid? LeaseId = null, bool OfFamily = false);
