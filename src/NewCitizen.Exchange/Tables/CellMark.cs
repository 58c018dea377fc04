namespace NewCitizen.Exchange.Tables;

/// <summary>How a cell of a written workbook looks (单元格标记). The numbers are those of the styles in the workbook.</summary>
public enum CellMark
{
    /// <summary>As any text.</summary>
    None = 0,

    /// <summary>Red: refused.</summary>
    Error = 1,

    /// <summary>Yellow: accepted, worth a look.</summary>
    Warning = 2,

    /// <summary>Bold: heading.</summary>
    Heading = 3,
}
