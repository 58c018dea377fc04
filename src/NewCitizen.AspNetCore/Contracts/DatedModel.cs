using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A text that held for a time (时段事实). In full: only in answers that name a purpose.</summary>
/// <param name="Value">The text.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer; absent while it holds.</param>
/// <param name="Kind">GA/T 517 code, for documents.</param>
public sealed record DatedModel(string Value, DateOnly Since, DateOnly? Until, string? Kind = null)
{
    /// <summary>The dates only.</summary>
    public override string ToString() => $"{Since:O} to {Until:O}";

    internal static DatedModel Of<T>(Dated<T> fact, Func<T, string> text, Func<T, string?>? kind = null)
        where T : notnull =>
        new(text(fact.Value), fact.Since.ToDateOnly(), fact.Until?.ToDateOnly(), kind?.Invoke(fact.Value));
}
