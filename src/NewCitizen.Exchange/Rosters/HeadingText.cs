using System.Text;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Brings the many spellings of a heading to one (表头归一).</summary>
public static class HeadingText
{
    // Headings above this length are sentences (instructions to the clerk), not headings.
    internal const int MaxLength = 64;

    /// <summary>The heading without blanks, line breaks, marks of a required column such as <c>*</c> or <c>（必填）</c>, and closing colons; full width as half width, small letters.</summary>
    public static string Normalise(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var text = CellText.FoldWidth(heading.Length > 4 * MaxLength ? heading[..(4 * MaxLength)] : heading);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && !CellText.IsInvisible(c) && c is not ('*' or '★' or '☆' or '"' or '\'' or '_')) result.Append(char.ToLowerInvariant(c));
        }

        return StripNote(result.ToString().TrimEnd(':'));
    }

    /// <summary>The heading as shown in reports: one line, at most 64 characters.</summary>
    internal static string Display(TableCell cell)
    {
        var text = CellText.Clean(cell.Text);
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    // A note in brackets at the end says how to fill the column in: （必填）, （yyyy-mm-dd）. What is in front of it counts.
    private static string StripNote(string text)
    {
        while (text.Length > 2 && text[^1] is ')' or ']' or '】')
        {
            var open = text.LastIndexOfAny(['(', '[', '【']);
            if (open <= 0) break;
            text = text[..open].TrimEnd(':');
        }

        return text;
    }
}
