using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Inspections;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Inspections over HTTP.</summary>
internal static class InspectionEndpoints
{
    private const int MaxLimit = 1000;
    private const int MaxPhotoBytes = 8 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<InspectionModel>>("ListInspections", "What is to be inspected, by day; all of one home, newest first, with 'home'");
        group.MapPost("/", PlanAsync).ForWriting().Accepts<PlanInspectionRequest>("application/json").Describe<InspectionModel>("PlanInspection", "Plan an inspection, by the grade of the home unless a day is given", StatusCodes.Status201Created);
        group.MapGet("/{id:guid}", FindAsync).Describe<InspectionModel>("GetInspection", "Read an inspection");
        group.MapPost("/{id:guid}/complete", CompleteAsync).ForWriting().Accepts<CompleteInspectionRequest>("application/json").Describe<InspectionModel>("CompleteInspection", "Put down the answers; each failed item makes a hazard; repeatable");
        group.MapPost("/{id:guid}/cancel", CancelAsync).ForWriting().Describe<InspectionModel>("CancelInspection", "Call an inspection off; needs If-Match");
        group.MapPost("/{id:guid}/photos", AddPhotoAsync).ForWriting().Accepts<byte[]>("image/jpeg", "image/png", "image/webp").Describe<InspectionModel>("AddInspectionPhoto", "Add a photo; its metadata is taken out", StatusCodes.Status201Created);
        group.MapGet("/photos/{photo:guid}", ReadPhotoAsync).ForWriting().Describe<byte[]>("GetInspectionPhoto", "Read a photo; leaves an audit entry");
        group.MapGet("/grades/{home:guid}", GradeAsync).Describe<GradeModel>("GradeHome", "Grade a home, with every rule and its points; justified complaints of the year in 'complaints'");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Guid? home, int? limit, string? after, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var context = access.Create(http.User);
        var page = home is { } at
            ? await inspections.ListByHomeAsync(context, new(at), size, after, cancellationToken).ConfigureAwait(false)
            : await inspections.ListOpenAsync(context, size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<InspectionModel>([.. page.Items.Select(InspectionModel.Of)], page.Next), WebJson.Default.PageModelInspectionModel);
    }

    private static async Task<IResult> PlanAsync(HttpContext http, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<PlanInspectionRequest>.ReadAsync(http, WebJson.Default.PlanInspectionRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var context = access.Create(http.User);
        return Answer(
            http,
            asked.DueOn is { } day
                ? await inspections.PlanAsync(context, new(asked.HomeId), asked.Template, LocalDate.FromDateOnly(day), cancellationToken).ConfigureAwait(false)
                : await inspections.PlanByGradeAsync(context, new(asked.HomeId), asked.Template, cancellationToken).ConfigureAwait(false),
            StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var inspection = await inspections.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return inspection is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, Outcome<Inspection>.Done(inspection), StatusCodes.Status200OK);
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, Guid id, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<CompleteInspectionRequest>.ReadAsync(http, WebJson.Default.CompleteInspectionRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var answers = new List<InspectionAnswer>();
        foreach (var answer in asked.Answers)
        {
            if (!WireName.TryRead<AnswerVerdict>(answer.Verdict, out var verdict))
            {
                return Problem.Of(http, WebErrors.BodyUnreadable);
            }

            answers.Add(new(answer.Item, verdict, answer.Note));
        }

        var outcome = await inspections.CompleteAsync(access.Create(http.User), new(new(id), answers, asked.PeopleFound), cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded ? Answer(http, Outcome<Inspection>.Done(outcome.Value.Inspection), StatusCodes.Status200OK) : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> CancelAsync(HttpContext http, Guid id, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken) =>
        RevisionTag.TryRead(http, out var revision, out var refusal)
            ? Answer(http, await inspections.CancelAsync(access.Create(http.User), new(id), revision, cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
            : refusal;

    private static async Task<IResult> AddPhotoAsync(HttpContext http, Guid id, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        var block = new byte[32 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            file.Write(block, 0, read);
            if (file.Length > MaxPhotoBytes)
            {
                return Problem.Of(http, WebErrors.BodyTooLarge, $"{MaxPhotoBytes}");
            }
        }

        var context = access.Create(http.User);
        var outcome = await inspections.AddPhotoAsync(context, new(id), file.GetBuffer().AsMemory(0, (int)file.Length), cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        http.Response.Headers.Location = $"photos/{outcome.Value.Id}";
        var inspection = await inspections.FindAsync(context, new(id), cancellationToken).ConfigureAwait(false);
        return inspection is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, Outcome<Inspection>.Done(inspection), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadPhotoAsync(HttpContext http, Guid photo, InspectionManager inspections, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var found = await inspections.ReadPhotoAsync(access.Create(http.User), new(photo), cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return Problem.Of(http, StorageErrors.NotFound);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(found.Picture.Bytes, found.Picture.MediaType);
    }

    private static async Task<IResult> GradeAsync(HttpContext http, Guid home, int? complaints, RiskGradeManager grades, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var outcome = await grades.GradeAsync(access.Create(http.User), new(home), complaints, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded ? Results.Json(GradeModel.Of(outcome.Value), WebJson.Default.GradeModel) : Problem.Of(http, outcome.Issues);
    }

    private static IResult Answer(HttpContext http, Outcome<Inspection> outcome, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(InspectionModel.Of(outcome.Value), WebJson.Default.InspectionModel, statusCode: status);
    }
}
