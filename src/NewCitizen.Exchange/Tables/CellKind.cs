namespace NewCitizen.Exchange.Tables;

/// <summary>What a spreadsheet holds in a cell (单元格类型). Cells of CSV are always <see cref="Text"/> or <see cref="Empty"/>.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>A number (数值): at most 15 digits of it are true.</summary>
    Number,

    /// <summary>A number shown as a date, or an ISO date cell (日期).</summary>
    Date,

    /// <summary>TRUE or FALSE (布尔值).</summary>
    Boolean,

    /// <summary>An error value such as #N/A (错误值).</summary>
    Error,
}
