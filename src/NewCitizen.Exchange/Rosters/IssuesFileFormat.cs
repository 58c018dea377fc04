namespace NewCitizen.Exchange.Rosters;

/// <summary>How the issues file is written (问题文件格式).</summary>
public enum IssuesFileFormat
{
    /// <summary>CSV, UTF-8 with byte order mark, so that spreadsheets open it as it is.</summary>
    Csv,

    /// <summary>One JSON object a line, UTF-8 without byte order mark, for machines.</summary>
    Ndjson,
}
