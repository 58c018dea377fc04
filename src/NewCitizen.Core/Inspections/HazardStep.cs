using NewCitizen.Privacy;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>One thing done about a hazard (处置记录).</summary>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="Actor">Account that did it.</param>
/// <param name="Note">What was said; at most 200 characters.</param>
public sealed record HazardStep(Instant At, HazardAct Act, string Actor, [property: PersonalData(PersonalDataLevel.Ordinary)] string? Note)
{
    /// <summary>The act only.</summary>
    public override string ToString() => Act.ToString();
}
