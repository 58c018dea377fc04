using NewCitizen.Divisions;

namespace NewCitizen.Permits;

/// <summary>Which city a division belongs to, for "another city" in Art. 2 (其他城市): a municipality under the State Council, else the prefecture.</summary>
internal static class PermitCity
{
    public static DivisionCode Of(DivisionCode division) => division.Province.Value / 10_000 is 11 or 12 or 31 or 50 ? division.Province : division.Prefecture;

    /// <summary>Whether an address division of 6, 9 or 12 digits lies in the city; null if it cannot be told.</summary>
    public static bool? Holds(DivisionCode city, string? division) =>
        division is { Length: >= 6 } && DivisionCode.TryParse(division[..6], out var code) ? Of(code) == Of(city) : null;
}
