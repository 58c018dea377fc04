using System.Globalization;
using System.Text;

namespace NewCitizen.Exchange.Tables;

/// <summary>The <c>_x000D_</c> escapes of spreadsheet text (ECMA-376 part 1, 22.9.2.19 ST_Xstring).</summary>
internal static class SpreadsheetText
{
    public static string Decode(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (TryEscape(text.AsSpan(i), out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Makes any text fit for XML: what XML cannot hold is escaped, lone surrogates are replaced.</summary>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
            }
            else if (c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' || TryEscape(text.AsSpan(i), out _))
            {
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool TryEscape(ReadOnlySpan<char> text, out ushort code)
    {
        code = 0;
        return text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_'
            && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }
}
