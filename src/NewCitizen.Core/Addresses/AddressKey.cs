using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewCitizen.Addresses.Normalisation;

namespace NewCitizen.Addresses;

/// <summary>
/// The form in which two spellings of one address meet in the store. Holds only what is certain (docs/decisions/0022): width, case, separators,
/// traditional characters, numerals that count something, signs for number, 号楼 and 栋 and 幢, a closing 室. Divisions and zones stay: a wrong
/// merge is worse than a double.
/// </summary>
internal static partial class AddressKey
{
    /// <summary>The key of today, marked with its version; empty for a text without a letter or digit.</summary>
    public static string Of(string text)
    {
        var folded = AddressText.Fold(text).TrimEnd('-');
        return folded.Length == 0 ? string.Empty : "2:" + Closing().Replace(Building().Replace(folded, "栋"), string.Empty);
    }

    /// <summary>The key records had before: they are found by it until they are written again.</summary>
    public static string Earlier(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            // A hyphen separates building, entrance and room numbers: 3-201 is not 32-01.
            if (c is '-' or '—' or '–' or '－')
            {
                key.Append('-');
            }
            else if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Surrogate)
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    [GeneratedRegex("(?<=[0-9])(?:号楼|幢)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Building();

    [GeneratedRegex("(?<=[0-9]{3})室$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closing();
}
