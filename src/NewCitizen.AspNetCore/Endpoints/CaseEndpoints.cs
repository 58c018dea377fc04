using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Cases over HTTP, applicants masked. Each step needs If-Match.</summary>
internal static class CaseEndpoints
{
    private const int MaxLimit = 1000;

    private delegate ValueTask<Outcome<ServiceCase>> Step<T>(CaseManager cases, AccessContext context, ServiceCaseId id, Revision revision, T asked, CancellationToken cancellationToken);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<CaseModel>>("ListCases", "List cases, newest first; in one 'state' if given, of one 'resident' if given");
        group.MapGet("/overdue", OverdueAsync).Describe<PageModel<CaseModel>>("ListOverdueCases", "List cases whose limit is over, longest first");
        group.MapGet("/{id:guid}", FindAsync).Describe<CaseModel>("GetCase", "Read a case");
        group.MapPost("/", SubmitAsync).ForWriting().Accepts<SubmitCaseRequest>("application/json").Describe<CaseModel>("SubmitCase", "Hand in a case; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        Plain(group, "accept", "AcceptCase", "Accept a case; its limit begins", (cases, context, id, revision, token) => cases.AcceptAsync(context, id, revision, token));
        Plain(group, "deliver", "DeliverCase", "Hand the result over", (cases, context, id, revision, token) => cases.DeliverAsync(context, id, revision, token));
        Plain(group, "withdraw", "WithdrawCase", "Take a case back for the applicant", (cases, context, id, revision, token) => cases.WithdrawAsync(context, id, revision, token));
        group.MapPost("/{id:guid}/refuse-acceptance", (HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) => StepAsync<ReasonRequest>(
                http, id, WebJson.Default.ReasonRequest, (manager, context, own, revision, asked, token) => manager.RefuseAcceptanceAsync(context, own, revision, asked.Reason, token), cases, calendars, access, cancellationToken))
            .ForWriting().Accepts<ReasonRequest>("application/json").Describe<CaseModel>("RefuseCaseAcceptance", "Do not accept a case");
        group.MapPost("/{id:guid}/ask-supplement", (HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) => StepAsync<PapersRequest>(
                http, id, WebJson.Default.PapersRequest, (manager, context, own, revision, asked, token) => manager.AskSupplementAsync(context, own, revision, asked.Papers, token), cases, calendars, access, cancellationToken))
            .ForWriting().Accepts<PapersRequest>("application/json").Describe<CaseModel>("AskCaseSupplement", "Tell the applicant once what is missing; the papers named are those not in order");
        group.MapPost("/{id:guid}/supplement", (HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) => StepAsync<PapersRequest>(
                http, id, WebJson.Default.PapersRequest, (manager, context, own, revision, asked, token) => manager.SupplementAsync(context, own, revision, asked.Papers, token), cases, calendars, access, cancellationToken))
            .ForWriting().Accepts<PapersRequest>("application/json").Describe<CaseModel>("SupplementCase", "Take in what was missing");
        group.MapPost("/{id:guid}/decide", (HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) => StepAsync<DecideCaseRequest>(
                http, id, WebJson.Default.DecideCaseRequest, (manager, context, own, revision, asked, token) => manager.DecideAsync(context, own, revision, asked.Granted, asked.Reason, token), cases, calendars, access, cancellationToken))
            .ForWriting().Accepts<DecideCaseRequest>("application/json").Describe<CaseModel>("DecideCase", "Decide a case");
        group.MapPost("/{id:guid}/applicant", ReadApplicantAsync).RequireAuthorization(NewCitizenPolicies.Reveal)
            .Describe<CaseApplicantModel>("RevealCaseApplicant", "Read the applicant in full; needs the header Access-Purpose and leaves an audit entry");
        group.MapPost("/{id:guid}/rating", RateAsync).ForWriting().Accepts<RateRequest>("application/json").Describe<RatingReceiptModel>("RateCase", "Rate a handled case, once; for the portal's or kiosk's own account", StatusCodes.Status201Created);
    }

    private static void Plain(RouteGroupBuilder group, string act, string name, string summary, Func<CaseManager, AccessContext, ServiceCaseId, Revision, CancellationToken, ValueTask<Outcome<ServiceCase>>> step) => group
        .MapPost($"/{{id:guid}}/{act}", async (HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
            RevisionTag.TryRead(http, out var revision, out var refusal)
                ? Answer(http, await step(cases, access.Create(http.User), new(id), revision, cancellationToken).ConfigureAwait(false), calendars, StatusCodes.Status200OK)
                : refusal)
        .ForWriting()
        .Describe<CaseModel>(name, summary);

    private static async Task<IResult> StepAsync<T>(
        HttpContext http,
        Guid id,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        Step<T> step,
        CaseManager cases,
        IWorkCalendarSource calendars,
        IAccessContextFactory access,
        CancellationToken cancellationToken)
        where T : class
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<T>.ReadAsync(http, type, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await step(cases, access.Create(http.User), new(id), revision, asked, cancellationToken).ConfigureAwait(false), calendars, StatusCodes.Status200OK)
            : body.Refusal!;
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, string? state, Guid? resident, int? limit, string? after, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        CaseState[] states = [];
        if (state is not null)
        {
            if (!WireName.TryRead<CaseState>(state, out var wanted))
            {
                return Problem.Of(http, WebErrors.UnknownCode);
            }

            states = [wanted];
        }

        if (resident is not null && states.Length > 0)
        {
            return Problem.Of(http, WebErrors.SearchAmbiguous);
        }

        var context = access.Create(http.User);
        return Page(
            resident is { } file
                ? await cases.ListByResidentAsync(context, new ResidentId(file), size, after, cancellationToken).ConfigureAwait(false)
                : await cases.ListAsync(context, states, size, after, cancellationToken).ConfigureAwait(false),
            calendars);
    }

    private static async Task<IResult> OverdueAsync(
        HttpContext http, int? limit, string? after, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(await cases.ListOverdueAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false), calendars)
            : refusal;

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var own = await cases.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return own is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, Outcome<ServiceCase>.Done(own), calendars, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SubmitAsync(HttpContext http, CaseManager cases, IWorkCalendarSource calendars, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<SubmitCaseRequest>.ReadAsync(http, WebJson.Default.SubmitCaseRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<ServiceChannels>(asked.Channel, out var channel))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new SubmitCase
        {
            Item = new(asked.ItemId),
            Channel = channel,
            Resident = asked.ResidentId is { } file ? new ResidentId(file) : null,
            Applicant = asked.Applicant is { } stated
                ? new StatedApplicant
                {
                    Name = stated.Name,
                    Phone = stated.Phone,
                    Document = stated.Document is { } document
                        ? new StatedDocument
                        {
                            Number = document.Number,
                            Kind = document.Kind,
                            Country = document.Country,
                            ValidFrom = document.ValidFrom.ToLocal(),
                            ValidUntil = document.ValidUntil.ToLocal(),
                        }
                        : null,
                }
                : null,
            Papers = asked.Papers ?? [],
            Centre = asked.CentreId is { } centre ? new(centre) : null,
            Window = asked.Window,
            Appointment = asked.AppointmentId,
            Ticket = asked.TicketId,
        };
        return Answer(http, await cases.SubmitAsync(access.Create(http.User), command, body.Key, cancellationToken).ConfigureAwait(false), calendars, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadApplicantAsync(HttpContext http, Guid id, CaseManager cases, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Purpose.TryState(http, access.Create(http.User), out var context, out var refusal))
        {
            return refusal;
        }

        var outcome = await cases.ReadApplicantAsync(context, new(id), cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        var own = await cases.FindAsync(context, new(id), cancellationToken).ConfigureAwait(false);
        return own is null
            ? Problem.Of(http, StorageErrors.NotFound)
            : Results.Json(CaseApplicantModel.Of(own.Number, outcome.Value, own.Steps.Select(step => step.Reason)), WebJson.Default.CaseApplicantModel);
    }

    private static async Task<IResult> RateAsync(HttpContext http, Guid id, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<RateRequest>.ReadAsync(http, WebJson.Default.RateRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<RatingLevel>(asked.Level, out var level))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        // The case must be part of what the key stands for; the digest of the body alone would let one key rate two cases.
        var key = body.Key is { } sent ? new RequestKey(sent.Value, System.Security.Cryptography.SHA256.HashData([.. sent.Digest.Span, .. id.ToByteArray()])) : null;
        var outcome = await ratings.RateAsync(access.Create(http.User), new(new(id), level, asked.Remark, asked.IsAnonymous), key, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json(new RatingReceiptModel(outcome.Value.IsFollowedUp), WebJson.Default.RatingReceiptModel, statusCode: StatusCodes.Status201Created)
            : Problem.Of(http, outcome.Issues);
    }

    private static IResult Page(Page<ServiceCase> page, IWorkCalendarSource calendars) =>
        Results.Json(new PageModel<CaseModel>([.. page.Items.Select(own => CaseModel.Of(own, calendars.Current))], page.Next), WebJson.Default.PageModelCaseModel);

    private static IResult Answer(HttpContext http, Outcome<ServiceCase> outcome, IWorkCalendarSource calendars, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(CaseModel.Of(outcome.Value, calendars.Current), WebJson.Default.CaseModel, statusCode: status);
    }
}
