using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Tasks of grid workers over HTTP. Each step needs If-Match; the account that acts is the worker.</summary>
internal static class GridTaskEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/tasks", ListAsync).Describe<PageModel<GridTaskModel>>("ListGridTasks", "List tasks, newest first; in one 'state' or 'cell' if given");
        group.MapGet("/tasks/mine", MineAsync).Describe<PageModel<GridTaskModel>>("ListMyGridTasks", "List the tasks the account has taken");
        group.MapGet("/tasks/overdue", OverdueAsync).Describe<PageModel<GridTaskModel>>("ListOverdueGridTasks", "List tasks whose last day is over, longest first; of one 'worker' if given");
        group.MapGet("/tasks/{id:guid}", FindAsync).Describe<GridTaskModel>("GetGridTask", "Read a task");
        group.MapPost("/tasks", OpenAsync).ForWriting().Accepts<OpenTaskRequest>("application/json").Describe<GridTaskModel>("OpenGridTask", "Ask the grid to do something", StatusCodes.Status201Created);
        group.MapPost("/tasks/{id:guid}/take", (HttpContext http, Guid id, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
            StepAsync(http, calendars, revision => grid.TakeAsync(access.Create(http.User), new(id), revision, cancellationToken))).ForWriting().Describe<GridTaskModel>("TakeGridTask", "Take a task");
        group.MapPost("/tasks/{id:guid}/release", (HttpContext http, Guid id, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
            StepAsync(http, calendars, revision => grid.ReleaseAsync(access.Create(http.User), new(id), revision, cancellationToken))).ForWriting().Describe<GridTaskModel>("ReleaseGridTask", "Give a task back");
        group.MapPost("/tasks/{id:guid}/complete", CompleteAsync).ForWriting().Accepts<CompleteTaskRequest>("application/json").Describe<GridTaskModel>("CompleteGridTask", "End a task with what came of it");
        group.MapPost("/tasks/{id:guid}/cancel", CancelAsync).ForWriting().Accepts<ReasonRequest>("application/json").Describe<GridTaskModel>("CancelGridTask", "Cancel a task that is no longer needed");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, string? state, Guid? cell, int? limit, string? after, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        GridTaskState[] states = [];
        if (state is not null)
        {
            if (!WireName.TryRead<GridTaskState>(state, out var wanted))
            {
                return Problem.Of(http, WebErrors.UnknownCode);
            }

            states = [wanted];
        }

        return Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(await grid.ListTasksAsync(access.Create(http.User), states, cell is { } area ? new GridCellId(area) : null, size, after, cancellationToken).ConfigureAwait(false), calendars)
            : refusal;
    }

    private static async Task<IResult> MineAsync(
        HttpContext http, int? limit, string? after, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(await grid.ListMineAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false), calendars)
            : refusal;

    private static async Task<IResult> OverdueAsync(
        HttpContext http, Guid? worker, int? limit, string? after, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(await grid.ListOverdueAsync(access.Create(http.User), worker is { } own ? new GridWorkerId(own) : null, size, after, cancellationToken).ConfigureAwait(false), calendars)
            : refusal;

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await grid.FindTaskAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false) is { } task
            ? Answer(http, Outcome<GridTask>.Done(task), calendars, StatusCodes.Status200OK)
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> OpenAsync(HttpContext http, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<OpenTaskRequest>.ReadAsync(http, WebJson.Default.OpenTaskRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<GridTaskKind>(asked.Kind, out var kind))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new OpenTask(kind, asked.SubjectKind, asked.SubjectId, asked.Topic ?? string.Empty, asked.AddressId is { } address ? new(address) : null);
        return Answer(http, await grid.OpenAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false), calendars, StatusCodes.Status201Created);
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, Guid id, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<CompleteTaskRequest>.ReadAsync(http, WebJson.Default.CompleteTaskRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? await StepAsync(http, calendars, revision => grid.CompleteAsync(access.Create(http.User), new(id), revision, asked.Result, cancellationToken)).ConfigureAwait(false)
            : body.Refusal!;
    }

    private static async Task<IResult> CancelAsync(HttpContext http, Guid id, GridManager grid, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<ReasonRequest>.ReadAsync(http, WebJson.Default.ReasonRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? await StepAsync(http, calendars, revision => grid.CancelAsync(access.Create(http.User), new(id), revision, asked.Reason, cancellationToken)).ConfigureAwait(false)
            : body.Refusal!;
    }

    private static async Task<IResult> StepAsync(HttpContext http, IWorkCalendarSource calendars, Func<Revision, ValueTask<Outcome<GridTask>>> step) =>
        RevisionTag.TryRead(http, out var revision, out var refusal) ? Answer(http, await step(revision).ConfigureAwait(false), calendars, StatusCodes.Status200OK) : refusal;

    private static IResult Page(Page<GridTask> page, IWorkCalendarSource calendars) =>
        Results.Json(new PageModel<GridTaskModel>([.. page.Items.Select(task => GridTaskModel.Of(task, calendars.Current))], page.Next), WebJson.Default.PageModelGridTaskModel);

    private static IResult Answer(HttpContext http, Outcome<GridTask> outcome, IWorkCalendarSource calendars, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(GridTaskModel.Of(outcome.Value, calendars.Current), WebJson.Default.GridTaskModel, statusCode: status);
    }
}
