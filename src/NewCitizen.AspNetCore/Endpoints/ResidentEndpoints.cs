using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Addresses;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Residents' files over HTTP.</summary>
internal static class ResidentEndpoints
{
    private const int MaxLimit = 200;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/search", SearchAsync).Accepts<ResidentSearchRequest>("application/json").Describe<PageModel<ResidentModel>>("SearchResidents", "Search files, masked");
        group.MapPost("/", RegisterAsync).ForWriting().Accepts<RegisterResidentRequest>("application/json").Describe<RegisteredModel>("RegisterResident", "Register a person; repeatable with Idempotency-Key");
        group.MapGet("/{id:guid}", FindAsync).Describe<ResidentModel>("GetResident", "Read a file, masked");
        group.MapGet("/{id:guid}/timeline", TimelineAsync).Describe<IReadOnlyList<TimelineModel>>("GetResidentTimeline", "Read the timeline");
        group.MapPost("/{id:guid}/stays", AddStayAsync).ForWriting().Accepts<ResidenceRequest>("application/json").Describe<ResidentModel>("AddStay", "Declare a stay; needs If-Match");
        group.MapPost("/{id:guid}/stays/{stay:guid}/end", EndStayAsync).ForWriting().Accepts<EndRequest>("application/json").Describe<ResidentModel>("EndStay", "End a stay; needs If-Match");
    }

    private static async Task<IResult> SearchAsync(HttpContext http, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<ResidentSearchRequest>.ReadAsync(http, WebJson.Default.ResidentSearchRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (new object?[] { asked.Name, asked.Phone, asked.DocumentNumber, asked.AddressId }.Count(condition => condition is not null) > 1)
        {
            return Problem.Of(http, WebErrors.SearchAmbiguous);
        }

        if (!Paging.TryLimit(http, asked.Limit, MaxLimit, out var limit, out var refusal))
        {
            return refusal;
        }

        var search = new ResidentSearch
        {
            Name = asked.Name,
            Phone = asked.Phone,
            DocumentNumber = asked.DocumentNumber,
            Address = asked.AddressId is { } address ? new StandardAddressId(address) : null,
            Limit = limit,
            After = asked.After,
        };
        var page = await residents.SearchAsync(access.Create(http.User), search, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<ResidentModel>([.. page.Items.Select(ResidentModel.Of)], page.Next), WebJson.Default.PageModelResidentModel);
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<RegisterResidentRequest>.ReadAsync(http, WebJson.Default.RegisterResidentRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var outcome = await residents.RegisterAsync(access.Create(http.User), RegisterCommand.Of(asked), body.Key, cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        var done = outcome.Value;
        RevisionTag.Set(http, done.Revision);
        var model = new RegisteredModel(done.Id.Value, done.Revision.ToString(), WireName.Of(done.Effect), [.. outcome.Issues.Select(IssueModel.Of)]);
        if (done.Effect != RegistrationEffect.Created)
        {
            return Results.Json(model, WebJson.Default.RegisteredModel);
        }

        http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path.Value!.TrimEnd('/')}/{done.Id}";
        return Results.Json(model, WebJson.Default.RegisteredModel, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var file = await residents.FindAsync(access.Create(http.User), new ResidentId(id), cancellationToken).ConfigureAwait(false);
        return file is null ? Problem.Of(http, Storage.StorageErrors.NotFound) : Answer(http, file);
    }

    private static async Task<IResult> TimelineAsync(HttpContext http, Guid id, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var entries = await residents.TimelineAsync(access.Create(http.User), new ResidentId(id), cancellationToken).ConfigureAwait(false);
        return entries is null
            ? Problem.Of(http, Storage.StorageErrors.NotFound)
            : Results.Json<IReadOnlyList<TimelineModel>>([.. entries.Select(TimelineModel.Of)], WebJson.Default.IReadOnlyListTimelineModel);
    }

    private static async Task<IResult> AddStayAsync(HttpContext http, Guid id, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<ResidenceRequest>.ReadAsync(http, WebJson.Default.ResidenceRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await residents
                .RegisterResidenceAsync(access.Create(http.User), new ResidentId(id), revision, RegisterCommand.Of(asked), RegisterCommand.Source(null), cancellationToken)
                .ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> EndStayAsync(HttpContext http, Guid id, Guid stay, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<EndRequest>.ReadAsync(http, WebJson.Default.EndRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await residents
                .EndResidenceAsync(access.Create(http.User), new ResidentId(id), revision, new ResidenceRegistrationId(stay), NodaTime.LocalDate.FromDateOnly(asked.Until), cancellationToken)
                .ConfigureAwait(false))
            : body.Refusal!;
    }

    private static IResult Answer(HttpContext http, Outcome<ResidentOverview> outcome) => outcome.Succeeded ? Answer(http, outcome.Value) : Problem.Of(http, outcome.Issues);

    private static IResult Answer(HttpContext http, ResidentOverview file)
    {
        RevisionTag.Set(http, file.Revision);
        return Results.Json(ResidentModel.Of(file), WebJson.Default.ResidentModel);
    }
}
