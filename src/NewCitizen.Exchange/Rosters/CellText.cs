using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Cleans what people and programs leave in cells (单元格文字清理). Nothing here guesses at content.</summary>
public static class CellText
{
    private static readonly SearchValues<char> s_decimalCharacters = SearchValues.Create("0123456789.");

    /// <summary>
    /// Without blanks of any kind, invisible characters and one apostrophe (文本前导撇号) at the ends; inner line breaks, tabs and
    /// ideographic blanks as one blank, other control characters gone.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!NeedsCleaning(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\u00A0' or '\u3000' or '\u2028' or '\u2029' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
            {
                if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
            }
            else if (!char.IsControl(c) && !IsInvisible(c))
            {
                result.Append(c);
            }
        }

        var cleaned = result.ToString().TrimEnd(' ');
        return cleaned.Length > 0 && IsApostrophe(cleaned[0]) ? cleaned[1..].TrimStart(' ') : cleaned;
    }

    /// <summary>Full-width letters, digits and punctuation (U+FF01–U+FF5E) and the ideographic blank as half width (全角转半角).</summary>
    public static string FoldWidth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, static c => c is >= '\uFF01' and <= '\uFF5E' or '\u3000');
    }

    /// <summary>Only full-width letters and digits as half width: brackets and commas of an address stay as they are written.</summary>
    public static string FoldLettersAndDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, static c => c is (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A'));
    }

    /// <summary>Whether a spreadsheet would run the text as a formula (CSV 注入): it starts with =, +, -, @, or a tab or carriage return.</summary>
    public static bool IsFormulaLike(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
    }

    /// <summary>The text so that a spreadsheet shows it and does not run it: with an apostrophe in front. Plain signed numbers such as +8613… stay.</summary>
    public static string EscapeFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')) return text;
        return IsSignedNumber(text) ? text : "'" + text;
    }

    /// <summary>The form a spreadsheet gives to long numbers, such as <c>1.20116E+17</c> (科学计数法).</summary>
    public static bool IsScientific(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var e = text.AsSpan().IndexOfAny('E', 'e');
        if (e <= 0 || e == text.Length - 1 || !char.IsAsciiDigit(text[0])) return false;
        var exponent = text.AsSpan(e + 1);
        if (exponent[0] is '+' or '-') exponent = exponent[1..];
        return exponent.Length is > 0 and <= 3 && !exponent.ContainsAnyExceptInRange('0', '9')
            && text.AsSpan(0, e).IndexOfAnyExcept(s_decimalCharacters) < 0 && text.AsSpan(0, e).Count('.') <= 1;
    }

    /// <summary>Characters without any width: joiners, direction marks, byte order marks, soft hyphens.</summary>
    internal static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\uFF07';

    private static bool IsSignedNumber(string text) => text.Length > 1 && text[0] is '+' or '-' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool NeedsCleaning(string text)
    {
        if (text.Length == 0) return false;
        if (text[0] == ' ' || text[^1] == ' ' || IsApostrophe(text[0])) return true;
        var blank = false;
        foreach (var c in text)
        {
            if (c < ' ' || c == '\u007F') return true;
            if (c == ' ' && blank) return true;
            blank = c == ' ';
            if (c > '~' && (c < '\u3001' || c == '\uFEFF') && (char.IsControl(c) || IsInvisible(c) || char.IsWhiteSpace(c))) return true;
        }

        return false;
    }

    private static string Fold(string text, Func<char, bool> applies)
    {
        var any = false;
        foreach (var c in text)
        {
            any |= applies(c);
        }

        return !any ? text : string.Create(text.Length, (text, applies), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.text[i];
                span[i] = !state.applies(c) ? c : c == '\u3000' ? ' ' : (char)(c - 0xFEE0);
            }
        });
    }
}
