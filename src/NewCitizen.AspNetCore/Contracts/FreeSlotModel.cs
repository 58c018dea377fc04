namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A slot in which an item can begin (时段).</summary>
/// <param name="Start">Start, such as <c>09:30</c>.</param>
/// <param name="End">End of the last slot the item takes.</param>
/// <param name="Free">Bookings that fit in now; 0 when full.</param>
public sealed record FreeSlotModel(string Start, string End, int Free);
