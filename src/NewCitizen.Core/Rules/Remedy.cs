using System.Globalization;

namespace NewCitizen.Rules;

/// <summary>What would put something right (整改办法), in both languages.</summary>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
public sealed record Remedy(string Chinese, string English)
{
    /// <summary>The text for a reader: Chinese for <c>zh*</c>, English for all others.</summary>
    /// <param name="culture">The reader's culture; null means the current UI culture.</param>
    public string Text(CultureInfo? culture = null) =>
        string.Equals((culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName, "zh", StringComparison.Ordinal) ? Chinese : English;
}
