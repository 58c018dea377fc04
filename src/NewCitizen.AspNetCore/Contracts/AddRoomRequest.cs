namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Adds a room (登记房间).</summary>
/// <param name="Number">Number on the door, 1 to 20 characters.</param>
/// <param name="Use">Such as <c>bedroom</c> or <c>dormitoryRoom</c>.</param>
/// <param name="AreaSquareMetres">Usable area in m².</param>
/// <param name="Beds">Labels of the beds; absent when let as a whole.</param>
/// <param name="Capacity">Most people at once.</param>
public sealed record AddRoomRequest(string Number, string Use = "bedroom", decimal? AreaSquareMetres = null, IReadOnlyList<string>? Beds = null, int? Capacity = null);
