using NewCitizen.Errors;

namespace NewCitizen.Exchange.Checking;

/// <summary>One thing wrong with a line (文档问题). Never holds a value of the document.</summary>
/// <param name="Issue">Code, line and JSON pointer from the root of the line; the empty pointer is the line as a whole.</param>
/// <param name="Keyword">Keyword of the JSON Schema that failed, such as <c>required</c>; null for what a schema cannot say.</param>
public sealed record DocumentIssue(Issue Issue, string? Keyword)
{
    /// <summary>Line of the file, from 1.</summary>
    public long Line => Issue.Location.Line ?? 0;

    /// <summary>JSON pointer (RFC 6901).</summary>
    public string Pointer => Issue.Location.Pointer ?? string.Empty;

    /// <summary>Code, place and keyword.</summary>
    public override string ToString() => Keyword is null ? Issue.ToString() : $"{Issue} ({Keyword})";
}
