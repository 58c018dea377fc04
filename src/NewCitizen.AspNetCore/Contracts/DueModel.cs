using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Until when something must be done (办理期限).</summary>
/// <param name="Status"><c>known</c>, <c>notRunning</c>, <c>notConfigured</c> or <c>notAnnounced</c>.</param>
/// <param name="LastDay">The last day, when known.</param>
/// <param name="NotAnnouncedYear">The year whose holidays are missing.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record DueModel(string Status, DateOnly? LastDay, int? NotAnnouncedYear, BasisModel? Basis)
{
    internal static DueModel Of(CaseDue due) => new(WireName.Of(due.Status), due.LastDay?.ToDateOnly(), due.NotAnnouncedYear, BasisModel.Of(due.Basis));
}
