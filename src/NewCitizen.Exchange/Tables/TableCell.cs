using NodaTime;

namespace NewCitizen.Exchange.Tables;

/// <summary>One cell as the file holds it (单元格), not cleaned in any way.</summary>
/// <param name="column">Column from 0.</param>
/// <param name="kind">What the spreadsheet holds.</param>
/// <param name="text">The text; for a number the digits as written in the file, such as <c>1.20116199001011E+17</c>.</param>
/// <param name="date">The date of a <see cref="CellKind.Date"/> cell, if the calendar has it.</param>
public readonly struct TableCell(int column, CellKind kind, string text, LocalDateTime? date = null)
{
    private readonly string? _text = text;

    /// <summary>Column from 0.</summary>
    public int Column { get; } = column;

    /// <summary>What the spreadsheet holds.</summary>
    public CellKind Kind { get; } = kind;

    /// <summary>The raw text; empty for no cell. May be personal.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The date of a <see cref="CellKind.Date"/> cell; <see langword="null"/> for 1900-02-29, which Excel has and the calendar has not.</summary>
    public LocalDateTime? Date { get; } = date;

    /// <summary>Column letters and kind, such as <c>F Text</c>; never the content.</summary>
    public override string ToString() => $"{ColumnName.Of(Column)} {Kind}";
}
