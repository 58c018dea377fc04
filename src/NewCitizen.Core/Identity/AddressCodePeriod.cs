using NodaTime;

namespace NewCitizen.Identity;

/// <summary>When an address code was in force (地址码有效期).</summary>
/// <param name="From">First day; <see langword="null"/> if it is as old as the table and its true start unknown.</param>
/// <param name="Until">Last day, included; <see langword="null"/> if still in force.</param>
public readonly record struct AddressCodePeriod(LocalDate? From, LocalDate? Until);
