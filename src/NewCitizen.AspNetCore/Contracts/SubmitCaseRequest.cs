namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Hands in a case (提交办件).</summary>
/// <param name="ItemId">What is asked for.</param>
/// <param name="Channel"><c>window</c>, <c>online</c>, <c>kiosk</c> or <c>collector</c>.</param>
/// <param name="Papers">Codes of the papers handed in.</param>
/// <param name="ResidentId">The applicant's file; this or the applicant.</param>
/// <param name="Applicant">The applicant as stated.</param>
/// <param name="CentreId">The centre.</param>
/// <param name="Window">The window.</param>
/// <param name="AppointmentId">The appointment.</param>
/// <param name="TicketId">The ticket.</param>
public sealed record SubmitCaseRequest(
    Guid ItemId,
    string Channel,
    IReadOnlyList<string>? Papers = null,
    Guid? ResidentId = null,
    ApplicantRequest? Applicant = null,
    Guid? CentreId = null,
    string? Window = null,
    Guid? AppointmentId = null,
    Guid? TicketId = null)
{
    /// <summary>The item only.</summary>
    public override string ToString() => ItemId.ToString();
}
