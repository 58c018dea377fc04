using NewCitizen.Calendars;
using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A case (办件), personal data masked.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Number">Number people see.</param>
/// <param name="ItemId">What is asked for.</param>
/// <param name="Channel">Where it was handed in.</param>
/// <param name="State">Such as <c>submitted</c>, <c>supplementAsked</c>, <c>accepted</c>, <c>granted</c>, <c>delivered</c>.</param>
/// <param name="ResidentId">The applicant's file.</param>
/// <param name="MaskedApplicant">The stated name, masked.</param>
/// <param name="Papers">Codes of the papers on file.</param>
/// <param name="AskedFor">Codes of the papers the applicant was told to hand in.</param>
/// <param name="CentreId">The centre.</param>
/// <param name="Window">The window.</param>
/// <param name="AppointmentId">The appointment.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AcceptedOn">Day from which the limit counts.</param>
/// <param name="Due">Which limit runs now.</param>
/// <param name="Steps">What was done.</param>
public sealed record CaseModel(
    Guid Id,
    string Revision,
    string Number,
    Guid ItemId,
    string Channel,
    string State,
    Guid? ResidentId,
    string? MaskedApplicant,
    IReadOnlyList<string> Papers,
    IReadOnlyList<string>? AskedFor,
    Guid? CentreId,
    string? Window,
    Guid? AppointmentId,
    Guid? TicketId,
    DateOnly? AcceptedOn,
    DueModel Due,
    IReadOnlyList<CaseStepModel> Steps)
{
    /// <summary>The number.</summary>
    public override string ToString() => Number;

    internal static CaseModel Of(ServiceCase own, WorkCalendar calendar) => new(
        own.Id.Value,
        own.Revision.ToString(),
        own.Number,
        own.Item.Value,
        WireName.Of(own.Channel),
        WireName.Of(own.State),
        own.Applicant.Resident?.Value,
        own.Applicant.Name?.ToString(),
        own.Papers,
        own.AskedFor,
        own.Centre?.Value,
        own.Window,
        own.Appointment,
        own.Ticket,
        own.AcceptedOn?.ToDateOnly(),
        DueModel.Of(own.Due(calendar)),
        [.. own.Steps.Select(CaseStepModel.Of)]);
}
