using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Problems;

/// <summary>Makes refusals.</summary>
internal static class Problem
{
    private const string ContentType = "application/problem+json";

    public static IResult Of(HttpContext http, ErrorCode code, params IReadOnlyList<string> arguments) => Of(http, [new Issue(code, default, arguments)]);

    public static IResult Of(HttpContext http, IReadOnlyList<Issue> issues)
    {
        var model = Model(http, issues);
        return Results.Json(model, WebJson.Default.ProblemModel, ContentType, model.Status);
    }

    public static async Task WriteAsync(HttpContext http, ErrorCode code)
    {
        var model = Model(http, [new Issue(code)]);
        http.Response.StatusCode = model.Status;
        await http.Response.WriteAsJsonAsync(model, WebJson.Default.ProblemModel, ContentType, http.RequestAborted).ConfigureAwait(false);
    }

    private static ProblemModel Model(HttpContext http, IReadOnlyList<Issue> issues)
    {
        var first = issues.First(issue => issue.IsError);
        return new(
            $"urn:newcitizen:error:{first.Code.Value}",
            first.Message(CultureInfo.InvariantCulture),
            ProblemStatus.Of(first.Code),
            first.Code.Value,
            [.. issues.Select(IssueModel.Of)],
            Activity.Current?.Id ?? http.TraceIdentifier);
    }
}
