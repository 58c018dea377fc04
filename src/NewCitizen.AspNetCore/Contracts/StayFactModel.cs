using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A fact of a stay (居住事实), masked where it is personal.</summary>
/// <param name="Name">Such as <c>arrived-on</c>.</param>
/// <param name="MaskedValue">The value.</param>
/// <param name="Party">Who stated it.</param>
/// <param name="StatedOn">Since when.</param>
/// <param name="Confidence"><c>hearsay</c>, <c>stated</c>, <c>confirmed</c> or <c>verified</c>.</param>
/// <param name="ConfirmedBy">Others that state the same.</param>
/// <param name="ContestedIn">The task in which somebody decides; absent when it is not contested.</param>
public sealed record StayFactModel(string Name, string MaskedValue, string Party, DateOnly StatedOn, string Confidence, IReadOnlyList<string> ConfirmedBy, Guid? ContestedIn)
{
    internal static StayFactModel Of(OccupancyFact fact) => new(
        fact.Name,
        fact.MaskedValue,
        WireName.Of(fact.Party),
        fact.StatedOn.ToDateOnly(),
        WireName.Of(fact.Confidence),
        [.. fact.ConfirmedBy.Select(WireName.Of)],
        fact.Task?.Value);
}
