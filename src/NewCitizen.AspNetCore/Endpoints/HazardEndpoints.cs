using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Inspections;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Hazards over HTTP.</summary>
internal static class HazardEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<HazardModel>>("ListHazards", "The hazard board: what is open, oldest first; all of one home with 'home'");
        group.MapGet("/overdue", OverdueAsync).Describe<PageModel<HazardModel>>("ListOverdueHazards", "Hazards past their day");
        group.MapGet("/{id:guid}", FindAsync).Describe<HazardModel>("GetHazard", "Read a hazard");
        group.MapPost("/", ReportAsync).ForWriting().Accepts<ReportHazardRequest>("application/json").Describe<HazardModel>("ReportHazard", "Report a hazard", StatusCodes.Status201Created);
        group.MapPost("/{id:guid}/steps", StepAsync).ForWriting().Accepts<HazardStepRequest>("application/json").Describe<HazardModel>("StepHazard", "Take the next step: notice, re-check, close; none can be skipped; needs If-Match");
        group.MapPost("/escalate", EscalateAsync).ForWriting().Describe<PageModel<HazardModel>>("EscalateHazards", "Raise the level of every overdue hazard to what it is by now");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Guid? home, int? limit, string? after, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var context = access.Create(http.User);
        var page = home is { } at
            ? await hazards.ListByHomeAsync(context, new(at), size, after, cancellationToken).ConfigureAwait(false)
            : await hazards.ListOpenAsync(context, size, after, cancellationToken).ConfigureAwait(false);
        return Page(page.Items, page.Next);
    }

    private static async Task<IResult> OverdueAsync(HttpContext http, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Page(await hazards.ListOverdueAsync(access.Create(http.User), cancellationToken).ConfigureAwait(false), next: null);

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var hazard = await hazards.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return hazard is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, hazards, Outcome<Hazard>.Done(hazard), StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReportAsync(HttpContext http, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<ReportHazardRequest>.ReadAsync(http, WebJson.Default.ReportHazardRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        return WireName.TryRead<HazardSeverity>(asked.Severity, out var severity)
            ? Answer(http, hazards, await hazards.ReportAsync(access.Create(http.User), new(new(asked.HomeId), severity, asked.Description), cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created)
            : Problem.Of(http, WebErrors.BodyUnreadable);
    }

    private static async Task<IResult> StepAsync(HttpContext http, Guid id, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<HazardStepRequest>.ReadAsync(http, WebJson.Default.HazardStepRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var context = access.Create(http.User);
        if (!WireName.TryRead<HazardAct>(asked.Act, out var act) || act is HazardAct.Find or HazardAct.Escalate)
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var outcome = act switch
        {
            HazardAct.Notice => await hazards.NoticeAsync(context, new(id), revision, asked.Workdays, asked.Note, cancellationToken).ConfigureAwait(false),
            HazardAct.Close => await hazards.CloseAsync(context, new(id), revision, asked.Note, cancellationToken).ConfigureAwait(false),
            _ => await hazards.RecheckAsync(context, new(id), revision, act == HazardAct.RecheckPassed, asked.Workdays, asked.Note, cancellationToken).ConfigureAwait(false),
        };
        return Answer(http, hazards, outcome, StatusCodes.Status200OK);
    }

    private static async Task<IResult> EscalateAsync(HttpContext http, HazardManager hazards, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var raised = await hazards.EscalateAsync(access.Create(http.User), cancellationToken).ConfigureAwait(false);
        return Page([.. raised.Select(hazards.AsOfNow)], next: null);
    }

    private static IResult Page(IReadOnlyList<HazardLine> lines, string? next) =>
        Results.Json(new PageModel<HazardModel>([.. lines.Select(HazardModel.Of)], next), WebJson.Default.PageModelHazardModel);

    private static IResult Answer(HttpContext http, HazardManager hazards, Outcome<Hazard> outcome, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(HazardModel.Of(hazards.AsOfNow(outcome.Value)), WebJson.Default.HazardModel, statusCode: status);
    }
}
