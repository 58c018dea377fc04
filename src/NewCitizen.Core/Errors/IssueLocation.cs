using System.Globalization;

namespace NewCitizen.Errors;

/// <summary>Where in the input an issue sits (问题位置). Any part may be missing. Never holds a value from the input.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into a document or command, such as <c>/documents/0/number</c>.</param>
/// <param name="Line">Line of a text file, from 1.</param>
/// <param name="Row">Row of a table as a spreadsheet shows it, from 1.</param>
/// <param name="Column">Heading or letter of the column.</param>
/// <param name="Sheet">Name of the worksheet.</param>
public readonly record struct IssueLocation(string? Pointer = null, long? Line = null, long? Row = null, string? Column = null, string? Sheet = null)
{
    /// <summary>A place in a document or command.</summary>
    public static IssueLocation At(string pointer) => new(pointer);

    /// <summary>The parts that are known, such as <c>row 12, 证件号码</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>(4);
        if (Sheet is not null) parts.Add(Sheet);
        if (Line is { } line) parts.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}"));
        if (Row is { } row) parts.Add(string.Create(CultureInfo.InvariantCulture, $"row {row}"));
        if (Column is not null) parts.Add(Column);
        if (Pointer is not null) parts.Add(Pointer);
        return string.Join(", ", parts);
    }
}
