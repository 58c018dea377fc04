namespace NewCitizen.Exchange.Tables;

/// <summary>The kinds of table file we read (表格格式), told by content and never by file name.</summary>
public enum TableFormat
{
    /// <summary>Text with separators (CSV).</summary>
    Csv,

    /// <summary>Office Open XML workbook (XLSX, ECMA-376), as Excel, WPS and LibreOffice write it.</summary>
    Xlsx,
}
