using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Cells and workers over HTTP.</summary>
internal static class GridEndpoints
{
    private const int MaxLimit = 1000;

    private delegate ValueTask<Outcome<GridCell>> Change<T>(GridManager grid, AccessContext context, GridCellId id, Revision revision, T asked, CancellationToken cancellationToken);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/cells", ListCellsAsync).Describe<PageModel<GridCellModel>>("ListGridCells", "List cells, oldest first");
        group.MapGet("/cells/{id:guid}", FindCellAsync).Describe<GridCellModel>("GetGridCell", "Read a cell");
        group.MapPost("/cells", AddCellAsync).ForWriting().Accepts<AddGridCellRequest>("application/json").Describe<GridCellModel>("AddGridCell", "Draw a cell", StatusCodes.Status201Created);
        Cell(group, "change", "ChangeGridCell", "Give a cell another name or other addresses", WebJson.Default.ChangeGridCellRequest, (grid, context, id, revision, asked, token) =>
            grid.ChangeCellAsync(context, id, revision, asked.Name, [.. asked.Addresses.Select(address => new Addresses.StandardAddressId(address))], token));
        Cell(group, "assign", "AssignGridCell", "Make a worker responsible", WebJson.Default.GridAssignmentModel, (grid, context, id, revision, asked, token) =>
            grid.AssignAsync(context, id, revision, new(asked.WorkerId), LocalDate.FromDateOnly(asked.Since), asked.Until.ToLocal(), token));
        Cell(group, "end-assignment", "EndGridAssignment", "End a worker's responsibility", WebJson.Default.EndAssignmentRequest, (grid, context, id, revision, asked, token) =>
            grid.EndAssignmentAsync(context, id, revision, new(asked.WorkerId), LocalDate.FromDateOnly(asked.Until), token));
        group.MapGet("/workers", ListWorkersAsync).Describe<PageModel<GridWorkerModel>>("ListGridWorkers", "List workers, oldest first, masked");
        group.MapPost("/workers", AddWorkerAsync).ForWriting().Accepts<AddGridWorkerRequest>("application/json").Describe<GridWorkerModel>("AddGridWorker", "Put a worker on file", StatusCodes.Status201Created);
    }

    private static void Cell<T>(RouteGroupBuilder group, string act, string name, string summary, JsonTypeInfo<T> type, Change<T> change)
        where T : class => group
        .MapPost($"/cells/{{id:guid}}/{act}", async (HttpContext http, Guid id, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken) =>
        {
            if (!RevisionTag.TryRead(http, out var revision, out var refusal))
            {
                return refusal;
            }

            var body = await JsonBody<T>.ReadAsync(http, type, cancellationToken).ConfigureAwait(false);
            return body.Value is { } asked
                ? Answer(http, await change(grid, access.Create(http.User), new(id), revision, asked, cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
                : body.Refusal!;
        })
        .ForWriting()
        .Accepts<T>("application/json")
        .Describe<GridCellModel>(name, summary);

    private static async Task<IResult> ListCellsAsync(HttpContext http, int? limit, string? after, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await grid.ListCellsAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<GridCellModel>([.. page.Items.Select(GridCellModel.Of)], page.Next), WebJson.Default.PageModelGridCellModel);
    }

    private static async Task<IResult> FindCellAsync(HttpContext http, Guid id, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await grid.FindCellAsync(access.Create(http.User), new GridCellId(id), cancellationToken).ConfigureAwait(false) is { } cell
            ? Answer(http, Outcome<GridCell>.Done(cell), StatusCodes.Status200OK)
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> AddCellAsync(HttpContext http, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<AddGridCellRequest>.ReadAsync(http, WebJson.Default.AddGridCellRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var command = new AddGridCell(
            asked.Code,
            asked.Name,
            [.. (asked.Addresses ?? []).Select(address => new Addresses.StandardAddressId(address))],
            [.. (asked.Homes ?? []).Select(home => new Housing.RentalPropertyId(home))]);
        return Answer(http, await grid.AddCellAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListWorkersAsync(HttpContext http, int? limit, string? after, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await grid.ListWorkersAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<GridWorkerModel>([.. page.Items.Select(GridWorkerModel.Of)], page.Next), WebJson.Default.PageModelGridWorkerModel);
    }

    private static async Task<IResult> AddWorkerAsync(HttpContext http, GridManager grid, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<AddGridWorkerRequest>.ReadAsync(http, WebJson.Default.AddGridWorkerRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (asked.DutyDays?.Any(day => day is < 1 or > 7) == true)
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new AddGridWorker(asked.Account, asked.Name, asked.Phone, [.. (asked.DutyDays ?? []).Select(day => (IsoDayOfWeek)day)]);
        var outcome = await grid.AddWorkerAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json(GridWorkerModel.Of(outcome.Value), WebJson.Default.GridWorkerModel, statusCode: StatusCodes.Status201Created)
            : Problem.Of(http, outcome.Issues);
    }

    private static IResult Answer(HttpContext http, Outcome<GridCell> outcome, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(GridCellModel.Of(outcome.Value), WebJson.Default.GridCellModel, statusCode: status);
    }
}
