using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What is done about a negative rating (差评整改).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="State"><c>open</c>, <c>calledBack</c>, <c>fixed</c>, <c>explained</c> or <c>discarded</c>.</param>
/// <param name="ItemId">The item.</param>
/// <param name="CentreId">The centre.</param>
/// <param name="Window">The window.</param>
/// <param name="Level">The level.</param>
/// <param name="OpenedOn">Day it was opened.</param>
/// <param name="CalledOn">Day the rater was called.</param>
/// <param name="ClosedOn">Day it was settled.</param>
/// <param name="IsAnonymous">Whether nobody can call.</param>
/// <param name="Due">Until when it must be settled.</param>
public sealed record FollowUpModel(
    Guid Id,
    string Revision,
    string State,
    Guid ItemId,
    Guid? CentreId,
    string? Window,
    string Level,
    DateOnly OpenedOn,
    DateOnly? CalledOn,
    DateOnly? ClosedOn,
    bool IsAnonymous,
    DueModel Due)
{
    internal static FollowUpModel Of(RatingFollowUp own, CaseDue due) => new(
        own.Id.Value,
        own.Revision.ToString(),
        WireName.Of(own.State),
        own.Item.Value,
        own.Centre?.Value,
        own.Window,
        WireName.Of(own.Level),
        own.OpenedOn.ToDateOnly(),
        own.CalledOn?.ToDateOnly(),
        own.ClosedOn?.ToDateOnly(),
        own.IsAnonymous,
        DueModel.Of(due));
}
