using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Halls, stations and offices over HTTP. Nothing here is personal.</summary>
internal static class CentreEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<CentreModel>>("ListCentres", "List service centres");
        group.MapGet("/{id:guid}", FindAsync).Describe<CentreModel>("GetCentre", "Read a service centre with its hours and windows");
        group.MapGet("/{id:guid}/opening", OpeningAsync).Describe<OpeningModel>("GetCentreOpening", "Whether and when a centre is open on a day, and which windows are staffed; today unless 'date' says otherwise");
        group.MapPost("/{id:guid}/close", CloseAsync).ForWriting().Accepts<CloseCentreRequest>("application/json").Describe<CentreModel>("CloseCentre", "Close a centre on some days");
        group.MapPost("/{id:guid}/open", OpenAsync).ForWriting().Accepts<OpenCentreRequest>("application/json").Describe<CentreModel>("OpenCentre", "Open a centre on some days, or change their hours");
    }

    private static async Task<IResult> ListAsync(HttpContext http, int? limit, string? after, CentreManager centres, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await centres.ListAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<CentreModel>([.. page.Items.Select(CentreModel.Of)], page.Next), WebJson.Default.PageModelCentreModel);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, CentreManager centres, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var centre = await centres.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return centre is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, Outcome<ServiceCentre>.Done(centre));
    }

    private static async Task<IResult> OpeningAsync(
        HttpContext http, Guid id, DateOnly? date, CentreManager centres, IWorkCalendarSource calendars, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var centre = await centres.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return centre is null
            ? Problem.Of(http, StorageErrors.NotFound)
            : Results.Json(OpeningModel.Of(centre, centre.OpeningOn(date.ToLocal() ?? ShanghaiTime.Today(clock), calendars.Current)), WebJson.Default.OpeningModel);
    }

    private static async Task<IResult> CloseAsync(HttpContext http, Guid id, CentreManager centres, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<CloseCentreRequest>.ReadAsync(http, WebJson.Default.CloseCentreRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(
                http,
                await centres.CloseAsync(access.Create(http.User), new(id), LocalDate.FromDateOnly(asked.From), LocalDate.FromDateOnly(asked.Until), asked.Reason, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Guid id, CentreManager centres, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<OpenCentreRequest>.ReadAsync(http, WebJson.Default.OpenCentreRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var periods = asked.Periods.Select(period => period.ToPeriod()).ToArray();
        var outcome = await centres
            .OpenAsync(access.Create(http.User), new(id), LocalDate.FromDateOnly(asked.From), LocalDate.FromDateOnly(asked.Until), periods, asked.Reason, cancellationToken)
            .ConfigureAwait(false);
        return Answer(http, outcome);
    }

    private static IResult Answer(HttpContext http, Outcome<ServiceCentre> outcome)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(CentreModel.Of(outcome.Value), WebJson.Default.CentreModel);
    }
}
