using System.Buffers;
using System.Text;
using NewCitizen.Exchange.Rosters;

namespace NewCitizen.Exchange.Tables;

/// <summary>Writes single lines of CSV (RFC 4180), safe to open in a spreadsheet.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",;\t\"\r\n ");

    /// <summary>Joins fields with commas; quotes where needed; text a spreadsheet would run gets an apostrophe in front (CSV 注入防护).</summary>
    /// <param name="fields">The fields, without line end in the result.</param>
    public static string Line(IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var line = new StringBuilder();
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) line.Append(',');
            var text = CellText.EscapeFormula(fields[i]);
            if (text.AsSpan().IndexOfAny(s_quoted) < 0) line.Append(text);
            else line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return line.ToString();
    }
}
