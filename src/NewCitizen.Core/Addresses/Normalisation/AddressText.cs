using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>Writes an address one way without losing meaning: width, case, traditional characters, numerals, signs for number.</summary>
internal static partial class AddressText
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The folded text: digits Arabic where they count something, <c>-</c> the only sign.</summary>
    public static string Fold(string text)
    {
        var vocabulary = AddressVocabulary.Default;
        var folded = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        folded = NumberSign().Replace(folded, "${number}号");
        var plain = new StringBuilder(folded.Length);
        var gap = false;
        foreach (var c in folded)
        {
            if (c is '-' or '—' or '–' or '―' or '‐' or '−' or '~')
            {
                Dash(plain);
                gap = false;
            }
            else if (c == '#')
            {
                plain.Append('号');
                gap = false;
            }
            else if (c == '〇' || char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Surrogate)
            {
                // A gap between two numbers separates them; any other gap is only looks.
                if (gap && plain.Length > 0 && char.IsAsciiLetterOrDigit(c) && char.IsAsciiLetterOrDigit(plain[^1]))
                {
                    Dash(plain);
                }

                plain.Append(vocabulary.Plain(c == '〇' ? '零' : c));
                gap = false;
            }
            else
            {
                gap = true;
            }
        }

        var ordered = Ordinal().Replace(plain.ToString(), "${number}");
        return Numerals().Replace(ordered, match => Number(match.Value)).Replace("号号", "号", StringComparison.Ordinal);
    }

    private static void Dash(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != '-')
        {
            plain.Append('-');
        }
    }

    // 三百零五, 十三, 百二十 by value; 三零五 digit by digit.
    private static string Number(string chinese)
    {
        if (!chinese.AsSpan().ContainsAny('十', '百', '千'))
        {
            return string.Concat(chinese.Select(c => (char)('0' + Digits.IndexOf(c, StringComparison.Ordinal))));
        }

        var (value, digit) = (0, 0);
        foreach (var c in chinese)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                digit = Digits.IndexOf(c, StringComparison.Ordinal);
            }
            else
            {
                value += Math.Max(digit, 1) * unit;
                digit = 0;
            }
        }

        return (value + digit).ToString(CultureInfo.InvariantCulture);
    }


    [GeneratedRegex(@"(?<![A-Z0-9])NO\.?\s*(?<number>[0-9]+)号?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberSign();

    [GeneratedRegex("第(?<number>[零一二三四五六七八九十百千0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordinal();

    // Only where the numeral counts something: names such as 百合花园 keep theirs.
    [GeneratedRegex("[零一二三四五六七八九十百千]+(?=大街|街|道|路|马路|经路|纬路|号|栋|幢|座|楼|单元|门|层|室|房|户|期|区|院|床|增|-|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numerals();
}
