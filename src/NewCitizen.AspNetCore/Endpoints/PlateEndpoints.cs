using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Plates;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Door plates over HTTP, for staff; what anybody sees of a scan is a page of the portal.</summary>
internal static class PlateEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<PlateModel>>("ListPlates", "List door plates, oldest first; of one home with 'home'");
        group.MapGet("/{id:guid}", FindAsync).Describe<PlateModel>("GetPlate", "Read a door plate");
        group.MapPost("/", IssueAsync).ForWriting().Accepts<IssuePlateRequest>("application/json").Describe<PlateModel>("IssuePlate", "Issue a plate for a home; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapPost("/{id:guid}/revoke", RevokeAsync).ForWriting().Accepts<RevokePlateRequest>("application/json").Describe<PlateModel>("RevokePlate", "Revoke a plate; needs If-Match");
        group.MapPost("/{id:guid}/replace", ReplaceAsync).ForWriting().Accepts<RevokePlateRequest>("application/json").Describe<PlateModel>("ReplacePlate", "Revoke a plate and issue another for the home; needs If-Match", StatusCodes.Status201Created);
        group.MapPost("/{id:guid}/rotate", RotateAsync).ForWriting().Describe<PlateModel>("RotatePlate", "Sign a plate with the current key to print it again; old prints stay valid unless 'keepOld' is false; needs If-Match");
        group.MapGet("/scan/{token}", ScanAsync).Describe<PlateViewModel>("ScanPlate", "What a grid worker sees of a scan; 404 for a forged plate, 410 for a revoked one");
        group.MapPost("/scan/{token}/full", ScanFullAsync)
            .RequireAuthorization(NewCitizenPolicies.Reveal)
            .Describe<PlateViewModel>("RevealPlate", "What the police see of a scan; needs the header Access-Purpose and leaves audit entries");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Guid? home, int? limit, string? after, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await plates.ListAsync(access.Create(http.User), home is { } at ? new RentalPropertyId(at) : null, size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<PlateModel>([.. page.Items.Select(plate => PlateModel.Of(plate, plates))], page.Next), WebJson.Default.PageModelPlateModel);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var plate = await plates.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return plate is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, plates, Outcome<DoorPlate>.Done(plate), StatusCodes.Status200OK);
    }

    private static async Task<IResult> IssueAsync(HttpContext http, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<IssuePlateRequest>.ReadAsync(http, WebJson.Default.IssuePlateRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, plates, await plates.IssueAsync(access.Create(http.User), new(asked.HomeId), body.Key, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created)
            : body.Refusal!;
    }

    private static Task<IResult> RevokeAsync(HttpContext http, Guid id, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken) =>
        EndAsync(http, plates, StatusCodes.Status200OK, (revision, reason) => plates.RevokeAsync(access.Create(http.User), new(id), revision, reason, cancellationToken), cancellationToken);

    private static Task<IResult> ReplaceAsync(HttpContext http, Guid id, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken) =>
        EndAsync(http, plates, StatusCodes.Status201Created, (revision, reason) => plates.ReplaceAsync(access.Create(http.User), new(id), revision, reason, cancellationToken), cancellationToken);

    private static async Task<IResult> RotateAsync(HttpContext http, Guid id, bool? keepOld, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken) =>
        RevisionTag.TryRead(http, out var revision, out var refusal)
            ? Answer(http, plates, await plates.RotateAsync(access.Create(http.User), new(id), revision, keepOld ?? true, cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
            : refusal;

    private static async Task<IResult> ScanAsync(HttpContext http, string token, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Shown(http, await plates.ScanAsync(access.Create(http.User), token, new(PlateRole.GridWorker), cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> ScanFullAsync(HttpContext http, string token, PlateManager plates, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Purpose.TryState(http, access.Create(http.User), out var context, out var refusal)
            ? Shown(http, await plates.ScanAsync(context, token, new(PlateRole.Police), cancellationToken).ConfigureAwait(false))
            : refusal;

    private static async Task<IResult> EndAsync(
        HttpContext http, PlateManager plates, int status, Func<Revision, PlateRevocation, ValueTask<Outcome<DoorPlate>>> end, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<RevokePlateRequest>.ReadAsync(http, WebJson.Default.RevokePlateRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        return WireName.TryRead<PlateRevocation>(asked.Reason, out var reason)
            ? Answer(http, plates, await end(revision, reason).ConfigureAwait(false), status)
            : Problem.Of(http, WebErrors.BodyUnreadable);
    }

    private static IResult Shown(HttpContext http, Outcome<PlateView> outcome) =>
        outcome.Succeeded ? Results.Json(PlateViewModel.Of(outcome.Value), WebJson.Default.PlateViewModel) : Problem.Of(http, outcome.Issues);

    private static IResult Answer(HttpContext http, PlateManager plates, Outcome<DoorPlate> outcome, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(PlateModel.Of(outcome.Value, plates), WebJson.Default.PlateModel, statusCode: status);
    }
}
