using System.Globalization;

namespace NewCitizen.Errors;

/// <summary>One thing wrong, or worth a look, in some input (问题): what, where, and the figures the text needs.</summary>
/// <param name="Code">The catalogue entry.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Arguments">Values for the text: limits, names of fields, counts. Never personal values.</param>
public sealed record Issue(ErrorCode Code, IssueLocation Location, IReadOnlyList<string> Arguments)
{
    /// <summary>An issue without figures.</summary>
    public Issue(ErrorCode code, IssueLocation location = default)
        : this(code, location, [])
    {
    }

    /// <summary>Whether it refuses the record.</summary>
    public bool IsError => Code.Severity == IssueSeverity.Error;

    /// <summary>The text for a reader of <paramref name="culture"/>; <see langword="null"/> means the current UI culture.</summary>
    public string Message(CultureInfo? culture = null) => Code.Format(culture, Arguments);

    /// <summary>Code and place, such as <c>NC1001 at row 12, 证件号码</c>.</summary>
    public override string ToString() => Location == default ? Code.Value : $"{Code.Value} at {Location}";
}
