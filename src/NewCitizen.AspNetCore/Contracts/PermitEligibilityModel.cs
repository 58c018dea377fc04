using NewCitizen.Permits;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Whether somebody can apply (申领资格).</summary>
/// <param name="IsEligible">Whether nothing stands against it.</param>
/// <param name="IsExempt">Whether a local rule exempts from the half year.</param>
/// <param name="LivesHereSince">First day of the continuous stay.</param>
/// <param name="HalfYearFullOn">Day on which half a year is full.</param>
/// <param name="Gaps">Gaps between stays.</param>
/// <param name="Conditions">What each condition said.</param>
public sealed record PermitEligibilityModel(
    bool IsEligible, bool IsExempt, DateOnly? LivesHereSince, DateOnly? HalfYearFullOn, IReadOnlyList<PermitGapModel> Gaps, IReadOnlyList<FindingModel> Conditions)
{
    internal static PermitEligibilityModel Of(PermitEligibility own) => new(
        own.IsEligible,
        own.IsExempt,
        own.Stay.Since?.ToDateOnly(),
        own.Stay.HalfYearFullOn?.ToDateOnly(),
        [.. own.Stay.Gaps.Select(PermitGapModel.Of)],
        [.. own.Conditions.Select(FindingModel.Of)]);
}
