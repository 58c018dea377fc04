using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>
/// The lines of a hall over HTTP, for the account of a kiosk, screen or portal; <see cref="TicketEndpoints"/> has what windows do. Nothing here is personal.
/// </summary>
internal static class QueueEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{centre:guid}", SetupAsync).Describe<QueueModel>("GetQueue", "Read the lines of a centre, its priority classes and its rule of fairness");
        group.MapGet("/{centre:guid}/board", BoardAsync).Describe<CallBoardModel>("GetCallBoard", "What the calling screen shows now");
        group.MapGet("/{centre:guid}/windows", WindowsAsync).Describe<IReadOnlyList<WindowDutyModel>>("ListWindowDuties", "What the windows do that have worked today");
        group.MapGet("/{centre:guid}/tickets", TicketsAsync).Describe<IReadOnlyList<TicketModel>>("ListTicketsInHall", "Everybody of today who is not done, by arrival; the one with 'number' if given");
        group.MapGet("/{centre:guid}/wait", WaitAsync).Describe<ExpectedWaitModel>("EstimateWait", "How long somebody would wait who took a ticket for 'item' now; 'item' may be repeated");
        group.MapPost("/{centre:guid}/tickets", TakeAsync).ForWriting().Accepts<TakeTicketRequest>("application/json").Describe<IssuedTicketModel>("TakeTicket", "Give a ticket to somebody without a booking; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapPost("/{centre:guid}/check-in", CheckInAsync).ForWriting().Accepts<CheckInRequest>("application/json").Describe<IssuedTicketModel>("CheckIn", "Check somebody in who has booked; sent again it gives the same ticket", StatusCodes.Status201Created);
        group.MapPost("/find", FindPlaceAsync).Accepts<TicketLinkRequest>("application/json").Describe<TicketPlaceModel>("FindMyTicket", "Where the holder of a link stands, and for how long yet");
        group.MapPost("/leave", LeaveAsync).ForWriting().Accepts<TicketLinkRequest>("application/json").Describe<TicketModel>("LeaveQueue", "Take a ticket back whose holder leaves");
    }

    internal static IResult Answer(HttpContext http, Outcome<QueueTicket> outcome) =>
        outcome.Succeeded ? Results.Json(TicketModel.Of(outcome.Value), WebJson.Default.TicketModel) : Problem.Of(http, outcome.Issues);

    private static async Task<IResult> SetupAsync(HttpContext http, Guid centre, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await queue.FindSetupAsync(access.Create(http.User), new(centre), cancellationToken).ConfigureAwait(false) is { } setup
            ? Results.Json(QueueModel.Of(setup), WebJson.Default.QueueModel)
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> BoardAsync(HttpContext http, Guid centre, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Results.Json(CallBoardModel.Of(await queue.ReadBoardAsync(access.Create(http.User), new(centre), cancellationToken).ConfigureAwait(false)), WebJson.Default.CallBoardModel);

    private static async Task<IResult> WindowsAsync(HttpContext http, Guid centre, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var windows = await queue.ListWindowsAsync(access.Create(http.User), new(centre), cancellationToken).ConfigureAwait(false);
        return Results.Json([.. windows.Select(WindowDutyModel.Of)], WebJson.Default.IReadOnlyListWindowDutyModel);
    }

    private static async Task<IResult> TicketsAsync(HttpContext http, Guid centre, string? number, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var context = access.Create(http.User);
        if (number is null)
        {
            var hall = await queue.ListInHallAsync(context, new(centre), cancellationToken).ConfigureAwait(false);
            return Results.Json([.. hall.Select(TicketModel.Of)], WebJson.Default.IReadOnlyListTicketModel);
        }

        var ticket = await queue.FindByNumberAsync(context, new(centre), number, cancellationToken).ConfigureAwait(false);
        return Results.Json(ticket is null ? [] : [TicketModel.Of(ticket)], WebJson.Default.IReadOnlyListTicketModel);
    }

    private static async Task<IResult> WaitAsync(
        HttpContext http, Guid centre, Guid[] item, string? priority, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var command = new TakeTicket(new(centre), [.. item.Select(id => new Services.ServiceItemId(id))], priority);
        var wait = await queue.EstimateAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false);
        return Results.Json(new ExpectedWaitModel(WaitModel.Of(wait)), WebJson.Default.ExpectedWaitModel);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Guid centre, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<TakeTicketRequest>.ReadAsync(http, WebJson.Default.TakeTicketRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        // The centre must be part of what the key stands for; the digest of the body alone would let one key draw at two centres.
        var key = body.Key is { } sent ? new RequestKey(sent.Value, SHA256.HashData([.. sent.Digest.Span, .. centre.ToByteArray()])) : null;
        var command = new TakeTicket(new(centre), [.. asked.ItemIds.Select(id => new Services.ServiceItemId(id))], asked.Priority);
        return Hand(http, await queue.TakeTicketAsync(access.Create(http.User), command, key, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IResult> CheckInAsync(HttpContext http, Guid centre, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<CheckInRequest>.ReadAsync(http, WebJson.Default.CheckInRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Hand(http, await queue.CheckInAsync(access.Create(http.User), new(new(centre), new(asked.AppointmentId), asked.Priority), cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> FindPlaceAsync(HttpContext http, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<TicketLinkRequest>.ReadAsync(http, WebJson.Default.TicketLinkRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var context = access.Create(http.User);
        var found = await queue.FindPlaceAsync(context, asked.Link, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return Problem.Of(http, found.Issues);
        }

        var wait = await queue.EstimateAsync(context, found.Value.Ticket.Id, cancellationToken).ConfigureAwait(false);
        return Results.Json(new TicketPlaceModel(TicketModel.Of(found.Value.Ticket), found.Value.Ahead, WaitModel.Of(wait)), WebJson.Default.TicketPlaceModel);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<TicketLinkRequest>.ReadAsync(http, WebJson.Default.TicketLinkRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await queue.LeaveAsync(access.Create(http.User), asked.Link, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static IResult Hand(HttpContext http, Outcome<IssuedTicket> outcome) => outcome.Succeeded
        ? Results.Json(
            new IssuedTicketModel(TicketModel.Of(outcome.Value.Ticket), outcome.Value.Link, [.. outcome.Issues.Select(IssueModel.Of)]),
            WebJson.Default.IssuedTicketModel,
            statusCode: StatusCodes.Status201Created)
        : Problem.Of(http, outcome.Issues);
}
