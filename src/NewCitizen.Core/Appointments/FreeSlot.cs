using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>A slot in which an item can begin. A full one may be waited for.</summary>
/// <param name="Start">Start, Asia/Shanghai.</param>
/// <param name="End">End of the last slot the item takes.</param>
/// <param name="Free">Bookings of the item that fit in now; 0 when full.</param>
public readonly record struct FreeSlot(LocalTime Start, LocalTime End, int Free);
