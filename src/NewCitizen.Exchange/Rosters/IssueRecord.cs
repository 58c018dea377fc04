namespace NewCitizen.Exchange.Rosters;

/// <summary>One line of the issues file for machines (问题文件的一行, NDJSON). Holds no value from the roster.</summary>
/// <param name="Row">Row as a spreadsheet shows it, from 1.</param>
/// <param name="Line">Line of a text file, from 1.</param>
/// <param name="Column">Heading or letter of the column.</param>
/// <param name="Sheet">Name of the worksheet.</param>
/// <param name="Code">Such as <c>NC4056</c>.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Zh">Text in Chinese.</param>
/// <param name="En">Text in English.</param>
/// <param name="Arguments">Figures of the text.</param>
public sealed record IssueRecord(
    long? Row,
    long? Line,
    string? Column,
    string? Sheet,
    string Code,
    string Severity,
    string Zh,
    string En,
    IReadOnlyList<string>? Arguments);
