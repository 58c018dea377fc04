using NewCitizen.Permits;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Days on which no stay is registered (居住间断).</summary>
/// <param name="From">First day without a stay.</param>
/// <param name="Until">First day of the next stay.</param>
/// <param name="Days">How many days.</param>
/// <param name="Breaks">Whether it breaks the continuous stay.</param>
public sealed record PermitGapModel(DateOnly From, DateOnly Until, int Days, bool Breaks)
{
    internal static PermitGapModel Of(PermitGap own) => new(own.From.ToDateOnly(), own.Until.ToDateOnly(), own.Days, own.Breaks);
}
