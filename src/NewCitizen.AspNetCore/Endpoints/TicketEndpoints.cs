using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>
/// What windows do with the lines of a hall, over HTTP. No If-Match: who calls names no ticket, and every later step names the window, which is only ever at
/// one ticket and one state of it, so that a step sent twice is refused by the state.
/// </summary>
internal static class TicketEndpoints
{
    private delegate ValueTask<Outcome<QueueTicket>> Step<T>(QueueManager queue, AccessContext context, QueueTicketId id, T asked, CancellationToken cancellationToken);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{centre:guid}/windows/{window}/call", CallAsync).ForWriting().Describe<TicketModel>("CallNext", "Call whoever is next to a window");
        group.MapPost("/{centre:guid}/windows/{window}/sign-on", (HttpContext http, Guid centre, string window, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
                SignAsync(http, queue.SignOnAsync(access.Create(http.User), new(centre), window, cancellationToken)))
            .ForWriting().Describe<WindowDutyModel>("SignOnWindow", "Somebody is at the window; estimates count on it");
        group.MapPost("/{centre:guid}/windows/{window}/sign-off", (HttpContext http, Guid centre, string window, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
                SignAsync(http, queue.SignOffAsync(access.Create(http.User), new(centre), window, cancellationToken)))
            .ForWriting().Describe<WindowDutyModel>("SignOffWindow", "Nobody is at the window any more");
        group.MapGet("/tickets/{id:guid}", FindAsync).Describe<TicketModel>("GetTicket", "Read a ticket");
        AtWindow(group, "recall", "RecallTicket", "Call a number again", (queue, context, id, asked, token) => queue.RecallAsync(context, id, asked.Window, token));
        AtWindow(group, "start", "StartServing", "Begin to serve who was called", (queue, context, id, asked, token) => queue.StartAsync(context, id, asked.Window, token));
        AtWindow(group, "finish", "FinishServing", "End serving; a booking is set down as served", (queue, context, id, asked, token) => queue.FinishAsync(context, id, asked.Window, token));
        AtWindow(group, "no-show", "MarkTicketNoShow", "Who was called did not come; so says the booking", (queue, context, id, asked, token) => queue.MarkNoShowAsync(context, id, asked.Window, token));
        AtWindow(group, "hold", "HoldTicket", "Set who is at the window aside", (queue, context, id, asked, token) => queue.HoldAsync(context, id, asked.Window, token));
        group.MapPost("/tickets/{id:guid}/resume", ResumeAsync).ForWriting().Describe<TicketModel>("ResumeTicket", "Put who was set aside back into the line");
        group.MapPost("/tickets/{id:guid}/transfer", (HttpContext http, Guid id, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) => StepAsync(
                http, id, WebJson.Default.TransferTicketRequest, (manager, context, own, asked, token) => manager.TransferAsync(context, own, asked.Window, new(asked.ItemId), token), queue, access, cancellationToken))
            .ForWriting().Accepts<TransferTicketRequest>("application/json").Describe<TicketModel>("TransferTicket", "Send who is at the window to another line, under the same number");
    }

    private static void AtWindow(RouteGroupBuilder group, string act, string name, string summary, Step<AtWindowRequest> step) => group
        .MapPost($"/tickets/{{id:guid}}/{act}", (HttpContext http, Guid id, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
            StepAsync(http, id, WebJson.Default.AtWindowRequest, step, queue, access, cancellationToken))
        .ForWriting()
        .Accepts<AtWindowRequest>("application/json")
        .Describe<TicketModel>(name, summary);

    private static async Task<IResult> StepAsync<T>(
        HttpContext http, Guid id, JsonTypeInfo<T> type, Step<T> step, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken)
        where T : class
    {
        var body = await JsonBody<T>.ReadAsync(http, type, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? QueueEndpoints.Answer(http, await step(queue, access.Create(http.User), new(id), asked, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> CallAsync(HttpContext http, Guid centre, string window, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
        QueueEndpoints.Answer(http, await queue.CallNextAsync(access.Create(http.User), new ServiceCentreId(centre), window, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> ResumeAsync(HttpContext http, Guid id, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
        QueueEndpoints.Answer(http, await queue.ResumeAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, QueueManager queue, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await queue.FindTicketAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false) is { } ticket
            ? Results.Json(TicketModel.Of(ticket), WebJson.Default.TicketModel)
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> SignAsync(HttpContext http, ValueTask<Outcome<WindowDuty>> signing)
    {
        var outcome = await signing.ConfigureAwait(false);
        return outcome.Succeeded ? Results.Json(WindowDutyModel.Of(outcome.Value), WebJson.Default.WindowDutyModel) : Problem.Of(http, outcome.Issues);
    }
}
