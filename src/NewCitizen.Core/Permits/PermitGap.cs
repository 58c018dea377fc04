using System.Globalization;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>Days between two stays on which nothing is registered (居住间断).</summary>
/// <param name="From">First day without a stay.</param>
/// <param name="Until">First day of the next stay.</param>
/// <param name="Breaks">Whether it breaks the continuous stay; false where the city's policy tolerates it.</param>
public sealed record PermitGap(LocalDate From, LocalDate Until, bool Breaks)
{
    /// <summary>How many days.</summary>
    public int Days => Period.DaysBetween(From, Until);

    /// <summary>Both days.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:uuuu-MM-dd}..{Until:uuuu-MM-dd}");
}
