using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Appointments over HTTP, people masked. For the account of a portal, kiosk or desk; what changes one needs If-Match.</summary>
internal static class AppointmentEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/free", FreeAsync).Describe<IReadOnlyList<FreeDayModel>>("ListFreeSlots", "Free slots of an 'item' at a 'centre', every day from 'from' on for 'days' days with what can be said of it");
        group.MapGet("/{id:guid}", FindAsync).Describe<AppointmentModel>("GetAppointment", "Read an appointment");
        group.MapPost("/find", FindMineAsync).Accepts<FindAppointmentRequest>("application/json").Describe<AppointmentModel>("FindMyAppointment", "Read a booking by its number and the last four characters of the identity number");
        group.MapPost("/holds", HoldAsync).ForWriting().Accepts<SlotRequest>("application/json").Describe<AppointmentModel>("HoldPlace", "Hold a place while somebody fills in a form; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapPost("/", BookAsync).ForWriting().Accepts<BookRequest>("application/json").Describe<AppointmentModel>("BookAppointment", "Book a place at once; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapPost("/{id:guid}/confirm", ConfirmAsync).ForWriting().Accepts<BookerRequest>("application/json").Describe<AppointmentModel>("ConfirmAppointment", "Book the place that was held");
        group.MapPost("/{id:guid}/change", ChangeAsync).ForWriting().Accepts<SlotRequest>("application/json").Describe<AppointmentModel>("ChangeAppointment", "Move a booking to another slot");
        group.MapPost("/{id:guid}/accept", AcceptAsync).ForWriting().Describe<AppointmentModel>("AcceptOffer", "Take the place that was offered from the waiting list");
        group.MapPost("/{id:guid}/cancel", CancelAsync).ForWriting().Describe<AppointmentModel>("CancelAppointment", "Cancel a booking, give up a hold, or decline an offer");
    }

    private static async Task<IResult> FreeAsync(
        HttpContext http, Guid centre, Guid item, DateOnly from, int? days, string? quota, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var free = await appointments.FindFreeAsync(access.Create(http.User), new(centre), new(item), LocalDate.FromDateOnly(from), days ?? 1, quota, cancellationToken).ConfigureAwait(false);
        return free.Succeeded ? Results.Json([.. free.Value.Days.Select(FreeDayModel.Of)], WebJson.Default.IReadOnlyListFreeDayModel) : Problem.Of(http, free.Issues);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken) =>
        await appointments.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false) is { } own
            ? Answer(http, Outcome<Appointment>.Done(own))
            : Problem.Of(http, StorageErrors.NotFound);

    private static async Task<IResult> FindMineAsync(HttpContext http, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<FindAppointmentRequest>.ReadAsync(http, WebJson.Default.FindAppointmentRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await appointments.FindMineAsync(access.Create(http.User), asked.Number, asked.LastFour, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> HoldAsync(HttpContext http, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<SlotRequest>.ReadAsync(http, WebJson.Default.SlotRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is not { } asked ? body.Refusal!
            : asked.Choice() is not { } choice ? Problem.Of(http, WebErrors.BodyUnreadable)
            : Answer(http, await appointments.HoldAsync(access.Create(http.User), choice, body.Key, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static async Task<IResult> BookAsync(HttpContext http, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<BookRequest>.ReadAsync(http, WebJson.Default.BookRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is not { } asked ? body.Refusal!
            : asked.Slot.Choice() is not { } choice ? Problem.Of(http, WebErrors.BodyUnreadable)
            : Answer(http, await appointments.BookAsync(access.Create(http.User), choice, asked.Person.State(), body.Key, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, Guid id, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        // The revision makes a second sending harmless; the key would have to stand for the id as well.
        var body = await JsonBody<BookerRequest>.ReadAsync(http, WebJson.Default.BookerRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await appointments.ConfirmAsync(access.Create(http.User), new(id), revision, asked.State(), requestKey: null, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Guid id, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!RevisionTag.TryRead(http, out var revision, out var refusal))
        {
            return refusal;
        }

        var body = await JsonBody<SlotRequest>.ReadAsync(http, WebJson.Default.SlotRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is not { } asked ? body.Refusal!
            : asked.Choice() is not { } choice ? Problem.Of(http, WebErrors.BodyUnreadable)
            : Answer(http, await appointments.ChangeAsync(access.Create(http.User), new(id), revision, choice, byOffice: false, requestKey: null, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, Guid id, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken) =>
        RevisionTag.TryRead(http, out var revision, out var refusal)
            ? Answer(http, await appointments.AcceptAsync(access.Create(http.User), new(id), revision, requestKey: null, cancellationToken).ConfigureAwait(false))
            : refusal;

    private static async Task<IResult> CancelAsync(HttpContext http, Guid id, AppointmentManager appointments, IAccessContextFactory access, CancellationToken cancellationToken) =>
        RevisionTag.TryRead(http, out var revision, out var refusal)
            ? Answer(http, await appointments.CancelAsync(access.Create(http.User), new(id), revision, byOffice: false, requestKey: null, cancellationToken).ConfigureAwait(false))
            : refusal;

    private static IResult Answer(HttpContext http, Outcome<Appointment> outcome, int status = StatusCodes.Status200OK)
    {
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(AppointmentModel.Of(outcome.Value), WebJson.Default.AppointmentModel, statusCode: status);
    }
}
