using NodaTime;

namespace NewCitizen.Collection;

/// <summary>One of the values between which somebody decides, in full (待核对的值).</summary>
/// <param name="Value">The value. Personal.</param>
/// <param name="Party">Who states it.</param>
/// <param name="StatedOn">Since when, in Asia/Shanghai.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="ConfirmedBy">Others that state the same.</param>
public sealed record ConflictValue(string Value, ReportingParty Party, LocalDate StatedOn, FactConfidence Confidence, IReadOnlyList<ReportingParty> ConfirmedBy)
{
    /// <summary>Who states it.</summary>
    public override string ToString() => Party.ToString();

    internal static ConflictValue Of(OccupancyFact fact) => new(fact.Value, fact.Party, fact.StatedOn, fact.Confidence, fact.ConfirmedBy);
}
