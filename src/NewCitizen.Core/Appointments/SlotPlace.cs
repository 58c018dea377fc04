using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>A place an appointment takes in one slot (占用的号位).</summary>
/// <param name="Start">Start of the slot, Asia/Shanghai.</param>
/// <param name="Lane">Code of the quota class whose place it is; empty for an open place.</param>
public readonly record struct SlotPlace(LocalTime Start, string Lane);
