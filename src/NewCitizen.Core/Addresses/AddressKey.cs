using System.Globalization;
using System.Text;

namespace NewCitizen.Addresses;

/// <summary>
/// The form in which two spellings of one address meet: width and case folded, spaces and separators gone. Knows no geography yet;
/// 第三大街 and 3大街 stay apart until address rules come.
/// </summary>
internal static class AddressKey
{
    public static string Of(string text)
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
}
