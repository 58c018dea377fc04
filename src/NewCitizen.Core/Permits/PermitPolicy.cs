using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// What a city has laid down about permits (地方实施办法), from a day on: 居住证暂行条例第二十二条. What is null is not laid down, and is answered
/// with <see cref="NewCitizen.Rules.Verdict.NotConfigured"/>, never guessed.
/// </summary>
/// <param name="Division">Where it holds, with everything below.</param>
/// <param name="Since">First day in force.</param>
/// <param name="Until">First day no longer in force; null while it is.</param>
public sealed record PermitPolicy(DivisionCode Division, LocalDate Since, LocalDate? Until = null)
{
    /// <summary>Calendar days from acceptance within which a card of a special case is issued, 16 to 30 (第九条); null if the city extends nothing.</summary>
    public int? ExtendedIssueDays { get; init; }

    /// <summary>Fee of a replacement in yuan, from 0 (第二十一条); null if not known.</summary>
    public decimal? ReplacementFeeYuan { get; init; }

    /// <summary>Days without a registered address that do not break a continuous stay, from 0; null: none.</summary>
    public int? ToleratedGapDays { get; init; }

    /// <summary>Which day the years count from.</summary>
    public PermitYearsFrom YearsFrom { get; init; } = PermitYearsFrom.Issue;
}
