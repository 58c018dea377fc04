namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Reports an arrival, departure or change (居住申报).</summary>
/// <param name="Party"><c>resident</c>, <c>landlord</c>, <c>employer</c> or <c>gridWorker</c>.</param>
/// <param name="Kind"><c>arrival</c>, <c>departure</c> or <c>update</c>.</param>
/// <param name="Name">Full name as on the document.</param>
/// <param name="Document">The document.</param>
/// <param name="HomeId">The home; this or the address.</param>
/// <param name="Address">The address as typed; this or the home.</param>
/// <param name="DivisionCode">Division code of the address.</param>
/// <param name="On">Day of arrival, or first day no longer there; absent for a change.</param>
/// <param name="Facts">Further facts by name: <c>room</c>, <c>bed</c>, <c>phone</c>, <c>employer</c>, <c>inflow-reason</c>, <c>dwelling-type</c>, <c>planned-days</c>.</param>
/// <param name="Seen">Values the reporter saw before changing them, by name.</param>
/// <param name="Confidence"><c>hearsay</c>, <c>stated</c> or <c>verified</c>; absent for what is usual for the party.</param>
/// <param name="Channel">Lower-case name of the channel; <c>api</c> when absent.</param>
public sealed record StayReportRequest(
    string Party,
    string Kind,
    string Name,
    DocumentRequest Document,
    Guid? HomeId = null,
    string? Address = null,
    string? DivisionCode = null,
    DateOnly? On = null,
    IReadOnlyDictionary<string, string>? Facts = null,
    IReadOnlyDictionary<string, string>? Seen = null,
    string? Confidence = null,
    string? Channel = null)
{
    /// <summary>Kind and party: everything else is personal.</summary>
    public override string ToString() => $"{Kind} by {Party}";
}
