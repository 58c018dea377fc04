using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Permits;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Residence permits over HTTP. Each step needs If-Match.</summary>
internal static class PermitEndpoints
{
    private const int MaxLimit = 1000;

    private delegate ValueTask<Outcome<ResidencePermit>> Step(PermitManager permits, AccessContext context, ResidencePermitId id, Revision revision, CancellationToken cancellationToken);

    private delegate ValueTask<Outcome<ResidencePermit>> Step<T>(PermitManager permits, AccessContext context, ResidencePermitId id, Revision revision, T asked, CancellationToken cancellationToken);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<PermitModel>>("ListPermits", "List permits, newest first; in one 'state' as of today if given, of one 'resident' if given");
        group.MapGet("/overdue", OverdueAsync).Describe<PageModel<PermitModel>>("ListOverduePermits", "List applications whose limit is over, longest first");
        group.MapGet("/entitlements", Entitlements).Describe<IReadOnlyList<PermitEntitlementModel>>("ListPermitEntitlements", "What holders are entitled to, with the article");
        group.MapGet("/{id:guid}", FindAsync).Describe<PermitModel>("GetPermit", "Read a permit as it stands today");
        group.MapGet("/{id:guid}/trace", TraceAsync).Describe<IReadOnlyList<PermitTraceLineModel>>("TracePermit", "A permit's life, each line with its rule");
        group.MapPost("/eligibility/find", AssessAsync).Accepts<AssessPermitRequest>("application/json").Describe<PermitEligibilityModel>("AssessPermit", "Whether a person can apply, with gaps and rules");
        group.MapPost("/", ApplyAsync).ForWriting().Accepts<ApplyForPermitRequest>("application/json").Describe<PermitModel>("ApplyForPermit", "Apply for a permit; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        Plain(group, "accept", "AcceptPermit", "Accept an application; the 15 days begin", (permits, context, id, revision, token) => permits.AcceptAsync(context, id, revision, token));
        Plain(group, "sign-off", "SignOffPermit", "Sign off in the accepting unit", (permits, context, id, revision, token) => permits.SignOffAsync(context, id, revision, token));
        Plain(group, "issue", "IssuePermit", "Issue the card", (permits, context, id, revision, token) => permits.IssueAsync(context, id, revision, token));
        Plain(group, "withdraw", "WithdrawPermit", "Take the application back", (permits, context, id, revision, token) => permits.WithdrawAsync(context, id, revision, token));
        Plain(group, "endorse", "EndorsePermit", "Endorse for a year; late, the years count anew", (permits, context, id, revision, token) => permits.EndorseAsync(context, id, revision, token));
        With(group, "refuse-acceptance", "RefusePermitAcceptance", "Do not accept an application", WebJson.Default.ReasonRequest, (permits, context, id, revision, asked, token) => permits.RefuseAcceptanceAsync(context, id, revision, asked.Reason, token));
        With(group, "refuse", "RefusePermit", "Refuse the permit", WebJson.Default.ReasonRequest, (permits, context, id, revision, asked, token) => permits.RefuseAsync(context, id, revision, asked.Reason, token));
        With(group, "extend", "ExtendPermitLimit", "Extend the limit of a special case", WebJson.Default.ReasonRequest, (permits, context, id, revision, asked, token) => permits.ExtendAsync(context, id, revision, asked.Reason, token));
        With(group, "ask-supplement", "AskPermitSupplement", "Tell the applicant once what is missing; the papers named are those not in order", WebJson.Default.PapersRequest, (permits, context, id, revision, asked, token) => permits.AskSupplementAsync(context, id, revision, asked.Papers, token));
        With(group, "supplement", "SupplementPermit", "Take in what was missing", WebJson.Default.PapersRequest, (permits, context, id, revision, asked, token) => permits.SupplementAsync(context, id, revision, asked.Papers, token));
        With(group, "report-card", "ReportPermitCard", "Note that the card is lost or damaged", WebJson.Default.ReportCardRequest, (permits, context, id, revision, asked, token) => permits.ReportAsync(context, id, revision, asked.IsLost, token));
        With(group, "replace-card", "ReplacePermitCard", "Give a new card", WebJson.Default.ReplaceCardRequest, (permits, context, id, revision, asked, token) => permits.ReplaceAsync(context, id, revision, asked.OldCardReturned, token));
        With(group, "move", "MovePermit", "Change the address on the card", WebJson.Default.MovePermitRequest, (permits, context, id, revision, asked, token) => permits.MoveAsync(context, id, revision, new(asked.AddressId), token));
        With(group, "away", "SetPermitAway", "Note that the holder lives elsewhere, or here again", WebJson.Default.AwayRequest, (permits, context, id, revision, asked, token) => permits.SetAwayAsync(context, id, revision, asked.IsAway, token));
        With(group, "cancel", "CancelPermit", "Cancel the permit", WebJson.Default.CancelPermitRequest, CancelAsync);
    }

    private static void Plain(RouteGroupBuilder group, string act, string name, string summary, Step step) => group
        .MapPost($"/{{id:guid}}/{act}", async (HttpContext http, Guid id, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken) =>
            RevisionTag.TryRead(http, out var revision, out var refusal)
                ? Answer(http, permits, clock, await step(permits, access.Create(http.User), new(id), revision, cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
                : refusal)
        .ForWriting()
        .Describe<PermitModel>(name, summary);

    private static void With<T>(RouteGroupBuilder group, string act, string name, string summary, JsonTypeInfo<T> type, Step<T> step)
        where T : class => group
        .MapPost($"/{{id:guid}}/{act}", async (HttpContext http, Guid id, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken) =>
        {
            if (!RevisionTag.TryRead(http, out var revision, out var refusal))
            {
                return refusal;
            }

            var body = await JsonBody<T>.ReadAsync(http, type, cancellationToken).ConfigureAwait(false);
            return body.Value is { } asked
                ? Answer(http, permits, clock, await step(permits, access.Create(http.User), new(id), revision, asked, cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
                : body.Refusal!;
        })
        .ForWriting()
        .Accepts<T>("application/json")
        .Describe<PermitModel>(name, summary);

    private static ValueTask<Outcome<ResidencePermit>> CancelAsync(
        PermitManager permits, AccessContext context, ResidencePermitId id, Revision revision, CancelPermitRequest asked, CancellationToken cancellationToken) =>
        WireName.TryRead<PermitCancelReason>(asked.Cause, out var cause)
            ? permits.CancelAsync(context, id, revision, cause, asked.Remark, cancellationToken)
            : ValueTask.FromResult(Outcome<ResidencePermit>.Refused(WebErrors.BodyUnreadable));

    private static IResult Entitlements() => Results.Json<IReadOnlyList<PermitEntitlementModel>>(
        [.. PermitEntitlements.Services.Concat(PermitEntitlements.Conveniences).Select(PermitEntitlementModel.Of)], WebJson.Default.IReadOnlyListPermitEntitlementModel);

    private static async Task<IResult> ListAsync(
        HttpContext http, string? state, Guid? resident, int? limit, string? after, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        PermitState? wanted = null;
        if (state is not null)
        {
            if (!WireName.TryRead<PermitState>(state, out var named))
            {
                return Problem.Of(http, WebErrors.UnknownCode);
            }

            wanted = named;
        }

        if (resident is not null && wanted is not null)
        {
            return Problem.Of(http, WebErrors.SearchAmbiguous);
        }

        var context = access.Create(http.User);
        return Page(
            resident is { } file
                ? await permits.ListByHolderAsync(context, new(file), size, after, cancellationToken).ConfigureAwait(false)
                : await permits.ListAsync(context, wanted, size, after, cancellationToken).ConfigureAwait(false),
            permits,
            clock);
    }

    private static async Task<IResult> OverdueAsync(
        HttpContext http, int? limit, string? after, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(await permits.ListOverdueAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false), permits, clock)
            : refusal;

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var own = await permits.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return own is null ? Problem.Of(http, StorageErrors.NotFound) : Answer(http, permits, clock, Outcome<ResidencePermit>.Done(own), StatusCodes.Status200OK);
    }

    private static async Task<IResult> TraceAsync(HttpContext http, Guid id, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var own = await permits.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return own is null
            ? Problem.Of(http, StorageErrors.NotFound)
            : Results.Json<IReadOnlyList<PermitTraceLineModel>>([.. own.Trace(ShanghaiTime.Today(clock)).Lines.Select(PermitTraceLineModel.Of)], WebJson.Default.IReadOnlyListPermitTraceLineModel);
    }

    private static async Task<IResult> AssessAsync(HttpContext http, PermitManager permits, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<AssessPermitRequest>.ReadAsync(http, WebJson.Default.AssessPermitRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<PermitRoute>(asked.Route, out var route))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var outcome = await permits.AssessAsync(access.Create(http.User), new(asked.ResidentId), new(route, asked.HukouElsewhere, asked.OtherPermitDivision), cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded ? Results.Json(PermitEligibilityModel.Of(outcome.Value), WebJson.Default.PermitEligibilityModel) : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, PermitManager permits, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<ApplyForPermitRequest>.ReadAsync(http, WebJson.Default.ApplyForPermitRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<PermitRoute>(asked.Route, out var route))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new ApplyForPermit(new(asked.ResidentId), new(route, asked.HukouElsewhere, asked.OtherPermitDivision), asked.Papers ?? [], asked.ByAgent, asked.HardlyMobile);
        return Answer(http, permits, clock, await permits.ApplyAsync(access.Create(http.User), command, body.Key, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static IResult Page(Page<ResidencePermit> page, PermitManager permits, IClock clock)
    {
        var today = ShanghaiTime.Today(clock);
        return Results.Json(
            new PageModel<PermitModel>([.. page.Items.Select(own => PermitModel.Of(own, today, permits.FeeOf(own, PermitAct.Replace)))], page.Next), WebJson.Default.PageModelPermitModel);
    }

    private static IResult Answer(HttpContext http, PermitManager permits, IClock clock, Outcome<ResidencePermit> outcome, int status)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(
            PermitModel.Of(outcome.Value, ShanghaiTime.Today(clock), permits.FeeOf(outcome.Value, PermitAct.Replace)), WebJson.Default.PermitModel, statusCode: status);
    }
}
