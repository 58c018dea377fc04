using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Figures of ratings for all who read; follow-ups for those who supervise, who are also those who may see full personal data.</summary>
internal static class RatingEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/items", (HttpContext http, string? month, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken) =>
                FiguresAsync(http, month, (year, number) => ratings.FiguresByItemAsync(access.Create(http.User), year, number, cancellationToken)))
            .Describe<IReadOnlyList<RatingFigureModel>>("GetRatingsByItem", "Ratings of a month that is over ('month', yyyy-MM) by items; never of fewer than five people");
        group.MapGet("/windows", (HttpContext http, string? month, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken) =>
                FiguresAsync(http, month, (year, number) => ratings.FiguresByWindowAsync(access.Create(http.User), year, number, cancellationToken)))
            .Describe<IReadOnlyList<RatingFigureModel>>("GetRatingsByWindow", "Ratings of a month that is over ('month', yyyy-MM) by windows; never of fewer than five people");
        group.MapGet("/follow-ups", ListAsync).RequireAuthorization(NewCitizenPolicies.Reveal).Describe<PageModel<FollowUpModel>>("ListRatingFollowUps", "List follow-ups of negative ratings, in one 'state' if given");
        group.MapGet("/follow-ups/overdue", OverdueAsync).RequireAuthorization(NewCitizenPolicies.Reveal).Describe<PageModel<FollowUpModel>>("ListOverdueRatingFollowUps", "List follow-ups whose last day is over");
        group.MapPost("/follow-ups/{id:guid}/contact", ContactAsync).RequireAuthorization(NewCitizenPolicies.Reveal)
            .Describe<CaseApplicantModel>("RevealRaterContact", "Whom to call back; needs the header Access-Purpose, leaves an audit entry, refused to whoever handled the case");
        group.MapPost("/follow-ups/{id:guid}/called", CalledAsync).RequireAuthorization(NewCitizenPolicies.Reveal).Describe<FollowUpModel>("NoteRaterCalled", "Note that the rater was called");
        group.MapPost("/follow-ups/{id:guid}/settle", SettleAsync).RequireAuthorization(NewCitizenPolicies.Reveal).Accepts<SettleRequest>("application/json").Describe<FollowUpModel>("SettleRatingFollowUp", "Settle a follow-up");
    }

    private static async Task<IResult> FiguresAsync(HttpContext http, string? month, Func<int, int, ValueTask<Outcome<IReadOnlyList<RatingFigure>>>> figures)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return Problem.Of(http, WebErrors.UnknownCode);
        }

        var outcome = await figures(first.Year, first.Month).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json<IReadOnlyList<RatingFigureModel>>([.. outcome.Value.Select(RatingFigureModel.Of)], WebJson.Default.IReadOnlyListRatingFigureModel)
            : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, string? state, int? limit, string? after, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        FollowUpState[] states = [];
        if (state is not null)
        {
            if (!WireName.TryRead<FollowUpState>(state, out var wanted))
            {
                return Problem.Of(http, WebErrors.UnknownCode);
            }

            states = [wanted];
        }

        return Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(ratings, await ratings.ListFollowUpsAsync(access.Create(http.User), states, size, after, cancellationToken).ConfigureAwait(false))
            : refusal;
    }

    private static async Task<IResult> OverdueAsync(HttpContext http, int? limit, string? after, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal)
            ? Page(ratings, await ratings.ListOverdueFollowUpsAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false))
            : refusal;

    private static async Task<IResult> ContactAsync(HttpContext http, Guid id, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Purpose.TryState(http, access.Create(http.User), out var context, out var refusal))
        {
            return refusal;
        }

        var outcome = await ratings.ReadContactAsync(context, new(id), cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json(CaseApplicantModel.Of(outcome.Value.CaseNumber, outcome.Value.Applicant, [outcome.Value.Remark]), WebJson.Default.CaseApplicantModel)
            : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> CalledAsync(HttpContext http, Guid id, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken) =>
        RevisionTag.TryRead(http, out var revision, out var refusal)
            ? Answer(http, ratings, await ratings.CalledBackAsync(access.Create(http.User), new(id), revision, cancellationToken).ConfigureAwait(false))
            : refusal;

    private static async Task<IResult> SettleAsync(HttpContext http, Guid id, RatingManager ratings, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<SettleRequest>.ReadAsync(http, WebJson.Default.SettleRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        return WireName.TryRead<FollowUpState>(asked.Outcome, out var outcome)
            ? Answer(http, ratings, await ratings.SettleAsync(access.Create(http.User), new(id), revision, outcome, asked.Reason, cancellationToken).ConfigureAwait(false))
            : Problem.Of(http, WebErrors.BodyUnreadable);
    }

    private static IResult Page(RatingManager ratings, Page<RatingFollowUp> page) =>
        Results.Json(new PageModel<FollowUpModel>([.. page.Items.Select(own => FollowUpModel.Of(own, ratings.DueOf(own)))], page.Next), WebJson.Default.PageModelFollowUpModel);

    private static IResult Answer(HttpContext http, RatingManager ratings, Outcome<RatingFollowUp> outcome)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(FollowUpModel.Of(outcome.Value, ratings.DueOf(outcome.Value)), WebJson.Default.FollowUpModel);
    }
}
