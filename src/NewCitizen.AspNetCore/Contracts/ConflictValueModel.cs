using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One of the values between which somebody decides, in full.</summary>
/// <param name="Value">The value. Personal.</param>
/// <param name="Party">Who states it.</param>
/// <param name="StatedOn">Since when.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="ConfirmedBy">Others that state the same.</param>
public sealed record ConflictValueModel(string Value, string Party, DateOnly StatedOn, string Confidence, IReadOnlyList<string> ConfirmedBy)
{
    /// <summary>Who states it.</summary>
    public override string ToString() => Party;

    internal static ConflictValueModel Of(ConflictValue value) => new(
        value.Value, WireName.Of(value.Party), value.StatedOn.ToDateOnly(), WireName.Of(value.Confidence), [.. value.ConfirmedBy.Select(WireName.Of)]);
}
