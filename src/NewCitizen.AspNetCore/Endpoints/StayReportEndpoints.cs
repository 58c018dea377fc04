using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Collection;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Reports of stays over HTTP: values masked but for who decides a conflict and says why.</summary>
internal static class StayReportEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", ReportAsync).ForWriting().Accepts<StayReportRequest>("application/json")
            .Describe<ReportedModel>("ReportStay", "Report an arrival, departure or change; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapPost("/batch", BatchAsync).ForWriting().Accepts<StayBatchRequest>("application/json")
            .Describe<IReadOnlyList<StayBatchAnswerModel>>("ReportStayBatch", "Hand in reports written offline; each is answered by itself and taken in once by its key");
        group.MapGet("/{id:guid}", FindAsync).Describe<StayReportModel>("GetStayReport", "Read a report");
        group.MapGet("/stays", ListAsync).Describe<PageModel<StayFileModel>>("ListStayFiles", "List stays of one 'resident' or in one 'home', newest first");
        group.MapGet("/stays/{id:guid}", FindStayAsync).Describe<StayFileModel>("GetStayFile", "Read a stay, values masked");
        group.MapPost("/stays/{id:guid}/confirm", ConfirmAsync).ForWriting().Accepts<ConfirmStayRequest>("application/json")
            .Describe<StayFileModel>("ConfirmStay", "Another party confirms facts as they are");
        group.MapPost("/conflicts/{id:guid}", ReadConflictAsync).RequireAuthorization(NewCitizenPolicies.Reveal)
            .Describe<ConflictModel>("RevealConflict", "Read a conflict with its values in full; needs the header Access-Purpose and leaves an audit entry");
        group.MapPost("/conflicts/{id:guid}/resolve", ResolveAsync).ForWriting().Accepts<ResolveConflictRequest>("application/json")
            .Describe<StayFileModel>("ResolveConflict", "Choose one value; If-Match is the task's");
        group.MapPost("/held/{id:guid}/decide", DecideAsync).ForWriting().Accepts<DecideHeldRequest>("application/json")
            .Describe<ReportedModel>("DecideHeldReport", "Take or reject a held report; If-Match is the task's");
    }

    private static async Task<IResult> ReportAsync(HttpContext http, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<StayReportRequest>.ReadAsync(http, WebJson.Default.StayReportRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        return TryRead(asked, out var command)
            ? Answer(http, await collection.ReportAsync(access.Create(http.User), command, body.Key, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created)
            : Problem.Of(http, WebErrors.BodyUnreadable);
    }

    private static async Task<IResult> BatchAsync(HttpContext http, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<StayBatchRequest>.ReadAsync(http, WebJson.Default.StayBatchRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var items = new List<BatchItem>(asked.Items.Count);
        foreach (var item in asked.Items)
        {
            if (!TryRead(item.Report, out var command))
            {
                return Problem.Of(http, WebErrors.BodyUnreadable);
            }

            items.Add(new(item.Key, command));
        }

        var outcome = await collection.ReportBatchAsync(access.Create(http.User), items, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json<IReadOnlyList<StayBatchAnswerModel>>([.. outcome.Value.Select(StayBatchAnswerModel.Of)], WebJson.Default.IReadOnlyListStayBatchAnswerModel)
            : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await collection.FindReportAsync(access.Create(http.User), new StayReportId(id), cancellationToken).ConfigureAwait(false) is { } report
            ? Results.Json(StayReportModel.Of(report), WebJson.Default.StayReportModel)
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> ListAsync(
        HttpContext http, Guid? resident, Guid? home, int? limit, string? after, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        if (resident is null == home is null)
        {
            return Problem.Of(http, WebErrors.SearchAmbiguous);
        }

        var context = access.Create(http.User);
        var page = resident is { } file
            ? await collection.ListStaysAsync(context, new ResidentId(file), size, after, cancellationToken).ConfigureAwait(false)
            : await collection.ListStaysAsync(context, new Housing.RentalPropertyId(home!.Value), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<StayFileModel>([.. page.Items.Select(StayFileModel.Of)], page.Next), WebJson.Default.PageModelStayFileModel);
    }

    private static async Task<IResult> FindStayAsync(HttpContext http, Guid id, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await collection.FindStayAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false) is { } stay
            ? Answer(http, Outcome<StayFile>.Done(stay))
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> ConfirmAsync(HttpContext http, Guid id, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<ConfirmStayRequest>.ReadAsync(http, WebJson.Default.ConfirmStayRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        return WireName.TryRead<ReportingParty>(asked.Party, out var party)
            ? Answer(http, await collection.ConfirmAsync(access.Create(http.User), new(id), revision, party, asked.Facts ?? [], cancellationToken).ConfigureAwait(false))
            : Problem.Of(http, WebErrors.BodyUnreadable);
    }

    private static async Task<IResult> ReadConflictAsync(
        HttpContext http, Guid id, CollectionManager collection, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Purpose.TryState(http, access.Create(http.User), out var context, out var refusal))
        {
            return refusal;
        }

        var outcome = await collection.ReadConflictAsync(context, new(id), cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Task.Revision);
        return Results.Json(ConflictModel.Of(outcome.Value, calendars.Current), WebJson.Default.ConflictModel);
    }

    private static async Task<IResult> ResolveAsync(HttpContext http, Guid id, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<ResolveConflictRequest>.ReadAsync(http, WebJson.Default.ResolveConflictRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await collection.ResolveAsync(access.Create(http.User), new(id), revision, asked.Choice, asked.Reason, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> DecideAsync(HttpContext http, Guid id, CollectionManager collection, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<DecideHeldRequest>.ReadAsync(http, WebJson.Default.DecideHeldRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(
                http,
                await collection.DecideHeldAsync(access.Create(http.User), new(id), revision, asked.SamePerson, asked.Reason, cancellationToken).ConfigureAwait(false),
                StatusCodes.Status200OK)
            : body.Refusal!;
    }

    private static bool TryRead(StayReportRequest asked, out ReportStay command)
    {
        command = null!;
        FactConfidence? confidence = null;
        if (asked.Confidence is { } sure)
        {
            if (!WireName.TryRead<FactConfidence>(sure, out var stated) || stated == FactConfidence.Confirmed)
            {
                return false;
            }

            confidence = stated;
        }

        if (!WireName.TryRead<ReportingParty>(asked.Party, out var party)
            || !WireName.TryRead<StayReportKind>(asked.Kind, out var kind)
            || (asked.On is null && kind != StayReportKind.Update))
        {
            return false;
        }

        command = new ReportStay
        {
            Party = party,
            Kind = kind,
            Name = asked.Name,
            Document = new StatedDocument
            {
                Number = asked.Document.Number,
                Kind = asked.Document.Kind,
                Country = asked.Document.Country,
                ValidFrom = asked.Document.ValidFrom.ToLocal(),
                ValidUntil = asked.Document.ValidUntil.ToLocal(),
            },
            Home = asked.HomeId is { } home ? new(home) : null,
            Address = asked.Address,
            DivisionCode = asked.DivisionCode,
            On = asked.On.ToLocal() ?? default(LocalDate),
            Facts = asked.Facts ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Seen = asked.Seen ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Confidence = confidence,
            Channel = asked.Channel ?? "api",
        };
        return true;
    }

    private static IResult Answer(HttpContext http, Outcome<Reported> outcome, int status) => outcome.Succeeded
        ? Results.Json(ReportedModel.Of(outcome.Value, outcome.Issues), WebJson.Default.ReportedModel, statusCode: status)
        : Problem.Of(http, outcome.Issues);

    private static IResult Answer(HttpContext http, Outcome<StayFile> outcome)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(StayFileModel.Of(outcome.Value), WebJson.Default.StayFileModel);
    }
}
