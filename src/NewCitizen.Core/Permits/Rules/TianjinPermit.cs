using NewCitizen.Divisions;
using NewCitizen.Rules;

namespace NewCitizen.Permits.Rules;

/// <summary>
/// What is known of Tianjin's own rules (天津市的规定). The official text was not found: these are the city's guides as published by others, dated by
/// the year of the guide. Compare with the city's text before relying on them.
/// </summary>
internal static class TianjinPermit
{
    public const int SpecialDays = 30;

    public static readonly Statute Guide = new(
        "tianjin-permit-guide", "天津市居住证办理指南", "Guide to the residence permit of Tianjin (secondary source)", "2021年指南，未见官方文本", new(2021, 1, 1));

    public static readonly Statute RegistrationGuide = new(
        "tianjin-registration-guide", "天津市居住登记指南", "Guide to residence registration in Tianjin (secondary source)", "2022年指南，未见官方文本", new(2022, 1, 1));

    public static readonly DivisionCode City = DivisionCode.Parse("120000");
}
