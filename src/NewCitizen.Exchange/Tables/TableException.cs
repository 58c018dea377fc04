using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>A table file that cannot be read, or not any further (无法读取的表格文件). Rows handed out before it are good.</summary>
public sealed class TableException : NewCitizenException
{
    /// <summary>Makes an exception with a place.</summary>
    /// <param name="code">The catalogue entry.</param>
    /// <param name="location">Where reading stopped, as far as known.</param>
    /// <param name="arguments">Values for the text. Never personal values.</param>
    public TableException(ErrorCode code, IssueLocation location = default, params IReadOnlyList<string> arguments)
        : base(code, inner: null, arguments) => Location = location;

    /// <summary>Makes an exception that another one caused.</summary>
    public TableException(ErrorCode code, Exception inner, IssueLocation location, params IReadOnlyList<string> arguments)
        : base(code, inner, arguments) => Location = location;

    /// <summary>Where reading stopped.</summary>
    public IssueLocation Location { get; }

    /// <summary>The same as an issue, to go into a report.</summary>
    public Issue ToIssue() => new(Code, Location, Arguments);
}
