using System.Globalization;

namespace NewCitizen.Exchange.Tables;

/// <summary>Which cell styles of a workbook show a number as a date (styles.xml; ECMA-376 part 1, 18.8.30).</summary>
internal sealed class DateFormats
{
    private const int MaxStyles = 65_536;

    private readonly List<bool> _styles = [];

    public bool IsDate(int style) => style >= 0 && style < _styles.Count && _styles[style];

    public static DateFormats Load(WorkbookPart? part)
    {
        var formats = new DateFormats();
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        while (part is not null && part.Read())
        {
            var xml = part.Xml;
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == System.Xml.XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != System.Xml.XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && custom.Count < MaxStyles && TryId(xml.GetAttribute("numFmtId"), out var id))
            {
                custom[id] = IsDateCode(xml.GetAttribute("formatCode"));
            }
            else if (xml.LocalName == "xf" && inCells && formats._styles.Count < MaxStyles)
            {
                var known = TryId(xml.GetAttribute("numFmtId"), out var used);
                formats._styles.Add(known && (custom.TryGetValue(used, out var isDate) ? isDate : IsBuiltInDate(used)));
            }
        }

        return formats;
    }

    // 27–36 and 50–58 are dates in Chinese, Japanese and Korean versions.
    internal static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a format code shows day, month, year or time: letters outside quotes, brackets and escapes.</summary>
    internal static bool IsDateCode(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return false;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = SkipTo(code, i, '"');
                    break;
                case '[':
                    // [h], [mm], [ss] are elapsed time; [$-804], [Red], [>100] say nothing.
                    var end = SkipTo(code, i, ']');
                    if (IsElapsed(code[(i + 1)..Math.Min(end, code.Length)])) return true;
                    i = end;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static bool IsElapsed(ReadOnlySpan<char> inner)
    {
        foreach (var c in inner)
        {
            if (c is not ('h' or 'H' or 'm' or 'M' or 's' or 'S')) return false;
        }

        return inner.Length > 0;
    }

    private static int SkipTo(ReadOnlySpan<char> code, int from, char end)
    {
        var length = code[(from + 1)..].IndexOf(end);
        return length < 0 ? code.Length : from + 1 + length;
    }

    private static bool TryId(string? value, out int id) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
