namespace NewCitizen.Exchange.Tables;

/// <summary>One row of a table file (行) with its place in the file.</summary>
/// <param name="row">Row from 1 as a spreadsheet shows it, blank rows counted.</param>
/// <param name="line">Line of a text file from 1 where the row starts; <see langword="null"/> for workbooks.</param>
/// <param name="cells">The cells that are there, in ascending order of column.</param>
public sealed class TableRow(long row, long? line, IReadOnlyList<TableCell> cells)
{
    /// <summary>Row from 1 as a spreadsheet shows it.</summary>
    public long Row { get; } = row;

    /// <summary>Line of a text file from 1; <see langword="null"/> for workbooks.</summary>
    public long? Line { get; } = line;

    /// <summary>The cells that are there, in ascending order of column; columns may be left out.</summary>
    public IReadOnlyList<TableCell> Cells { get; } = cells;

    /// <summary>The cell of a column, from 0; an empty cell if the file has none there.</summary>
    public TableCell this[int column]
    {
        get
        {
            // Most rows have no gaps, so the cell sits at its own number.
            if (column < Cells.Count && column >= 0 && Cells[column].Column == column)
            {
                return Cells[column];
            }

            for (var i = Math.Min(column, Cells.Count - 1); i >= 0 && Cells[i].Column >= column; i--)
            {
                if (Cells[i].Column == column) return Cells[i];
            }

            return new TableCell(column, CellKind.Empty, string.Empty);
        }
    }

    /// <summary>Row and number of cells; never the content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {Row}, {Cells.Count} cells");
}
