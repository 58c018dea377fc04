using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>A day as somebody sees it who wants to book.</summary>
/// <param name="Date">The day, Asia/Shanghai.</param>
/// <param name="Status">Whether it can be booked.</param>
/// <param name="Reason">Why it is closed or specially open, where an exception says so; null otherwise.</param>
/// <param name="Slots">Slots that can still be booked by their time, full ones included; none unless open.</param>
public sealed record FreeDay(LocalDate Date, FreeDayStatus Status, string? Reason, IReadOnlyList<FreeSlot> Slots);
