using System.Globalization;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>A declared stay in the city, without its address (居住时段).</summary>
/// <param name="Since">First day of the stay.</param>
/// <param name="Until">First day the person no longer lived there; null while the stay goes on.</param>
/// <param name="RegisteredOn">Day it was registered; null where the register does not say: then <paramref name="Since"/> counts.</param>
public sealed record PermitStay(LocalDate Since, LocalDate? Until = null, LocalDate? RegisteredOn = null)
{
    /// <summary>Both days.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Since:uuuu-MM-dd}..{Until:uuuu-MM-dd}");
}
