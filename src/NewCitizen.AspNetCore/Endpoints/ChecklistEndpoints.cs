using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Checklists;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Checklists over HTTP: the configured lists, and how far a person or home is.</summary>
internal static class ChecklistEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", (ChecklistManager lists) => Results.Json<IReadOnlyList<ChecklistModel>>([.. lists.Templates.Select(ChecklistModel.Of)], WebJson.Default.IReadOnlyListChecklistModel))
            .Describe<IReadOnlyList<ChecklistModel>>("ListChecklists", "List the configured checklists");
        group.MapGet("/{code}/{subject:guid}", FindAsync).Describe<ChecklistProgressModel>("GetChecklistProgress", "Read how far a person or home is");
        group.MapPost("/{code}/{subject:guid}/tick", (HttpContext http, string code, Guid subject, ChecklistManager lists, IAccessContextFactory access, CancellationToken cancellationToken) =>
            ChangeAsync(http, code, lists, asked => lists.TickAsync(access.Create(http.User), code, subject, asked.Item, asked.Note, cancellationToken), cancellationToken))
            .ForWriting().Accepts<TickRequest>("application/json").Describe<ChecklistProgressModel>("TickChecklistItem", "Tick an item; ticking it again changes nothing");
        group.MapPost("/{code}/{subject:guid}/untick", (HttpContext http, string code, Guid subject, ChecklistManager lists, IAccessContextFactory access, CancellationToken cancellationToken) =>
            ChangeAsync(http, code, lists, asked => lists.UntickAsync(access.Create(http.User), code, subject, asked.Item, cancellationToken), cancellationToken))
            .ForWriting().Accepts<TickRequest>("application/json").Describe<ChecklistProgressModel>("UntickChecklistItem", "Take a tick back");
    }

    private static async Task<IResult> FindAsync(HttpContext http, string code, Guid subject, ChecklistManager lists, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Answer(http, code, lists, await lists.FindAsync(access.Create(http.User), code, subject, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> ChangeAsync(
        HttpContext http, string code, ChecklistManager lists, Func<TickRequest, ValueTask<Outcome<ChecklistProgress>>> change, CancellationToken cancellationToken)
    {
        var body = await JsonBody<TickRequest>.ReadAsync(http, WebJson.Default.TickRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked ? Answer(http, code, lists, await change(asked).ConfigureAwait(false)) : body.Refusal!;
    }

    private static IResult Answer(HttpContext http, string code, ChecklistManager lists, Outcome<ChecklistProgress> outcome) => outcome.Succeeded
        ? Results.Json(
            ChecklistProgressModel.Of(outcome.Value, lists.Templates.First(list => string.Equals(list.Code, code, StringComparison.Ordinal))),
            WebJson.Default.ChecklistProgressModel)
        : Problem.Of(http, outcome.Issues);
}
