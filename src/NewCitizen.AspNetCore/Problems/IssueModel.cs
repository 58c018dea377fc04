using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Problems;

/// <summary>One issue as sent over HTTP (问题). Holds no personal value.</summary>
/// <param name="Code">Code of the catalogue, such as <c>NC2000</c>.</param>
/// <param name="Pointer">JSON pointer into the request body; null if it is about the request as a whole.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Message">The text.</param>
public sealed record IssueModel(string Code, string? Pointer, string Severity, MessageModel Message)
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>The model of an issue.</summary>
    public static IssueModel Of(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return new(issue.Code.Value, issue.Location.Pointer, issue.IsError ? "error" : "warning", new(issue.Message(s_chinese), issue.Message(s_english)));
    }
}
