using NewCitizen.Inspections;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A hazard (隐患).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="HomeId">The home.</param>
/// <param name="InspectionId">The inspection it was found at.</param>
/// <param name="Item">The checklist item it broke.</param>
/// <param name="Severity"><c>ordinary</c> or <c>major</c>.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="State"><c>found</c>, <c>noticed</c>, <c>corrected</c> or <c>closed</c>.</param>
/// <param name="FoundOn">Day it was found.</param>
/// <param name="ClosedOn">Day it was closed.</param>
/// <param name="DueOn">Last day to put it right, where known.</param>
/// <param name="NotAnnouncedYear">The year whose holidays would have to be known to say so.</param>
/// <param name="IsOverdue">Whether that day is over; absent where it cannot be said.</param>
/// <param name="EscalationLevel">How far it was escalated.</param>
public sealed record HazardModel(
    Guid Id,
    string Revision,
    Guid HomeId,
    Guid? InspectionId,
    string? Item,
    string Severity,
    string Description,
    string State,
    DateOnly FoundOn,
    DateOnly? ClosedOn,
    DateOnly? DueOn,
    int? NotAnnouncedYear,
    bool? IsOverdue,
    int EscalationLevel)
{
    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();

    internal static HazardModel Of(HazardLine line) => new(
        line.Hazard.Id.Value,
        line.Hazard.Revision.ToString(),
        line.Hazard.Home.Value,
        line.Hazard.Inspection?.Value,
        line.Hazard.Item,
        WireName.Of(line.Hazard.Severity),
        line.Hazard.Description,
        WireName.Of(line.Hazard.State),
        line.Hazard.FoundOn.ToDateOnly(),
        line.Hazard.ClosedOn?.ToDateOnly(),
        line.Due?.LastDay?.ToDateOnly(),
        line.Due?.NotAnnouncedYear,
        line.IsOverdue,
        line.Hazard.EscalationLevel);
}
