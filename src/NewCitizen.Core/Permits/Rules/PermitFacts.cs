using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>
/// What the rules of residence permits look at (居住证事实). Everything is optional: a rule whose facts are not given answers
/// <see cref="NewCitizen.Rules.Verdict.Unknown"/>. Holds no personal values. Dates are days in Asia/Shanghai.
/// </summary>
public sealed record PermitFacts
{
    /// <summary>Division of the place, six digits; only for numbers a city lays down.</summary>
    public string? Division { get; init; }

    /// <summary>Whether the household is registered in another city (户口在其他城市).</summary>
    public bool? HukouElsewhere { get; init; }

    /// <summary>Declared stays in the city, in any order.</summary>
    public IReadOnlyList<PermitStay>? Stays { get; init; }

    /// <summary>A lawful and stable job (合法稳定就业).</summary>
    public bool? HasJob { get; init; }

    /// <summary>A lawful and stable home (合法稳定住所).</summary>
    public bool? HasHome { get; init; }

    /// <summary>Continuous study (连续就读).</summary>
    public bool? Studies { get; init; }

    /// <summary>Division of a residence permit held elsewhere, six digits; null for none.</summary>
    public string? OtherPermitDivision { get; init; }

    /// <summary>The route applied by: <c>job</c>, <c>home</c> or <c>study</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Codes of the papers handed in.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    /// <summary>Whether a guardian or close relative applies (代为申领).</summary>
    public bool? ByAgent { get; init; }

    /// <summary>Age of the applicant in full years (周岁).</summary>
    public int? Age { get; init; }

    /// <summary>Whether the applicant is old or disabled and can hardly come (行动不便的老年人、残疾人).</summary>
    public bool? HardlyMobile { get; init; }

    /// <summary>How often the applicant was told that papers are missing.</summary>
    public int? TimesTold { get; init; }

    /// <summary>Day of acceptance (受理之日).</summary>
    public LocalDate? AcceptedOn { get; init; }

    /// <summary>Day the accepting unit signed off.</summary>
    public LocalDate? SignedOffOn { get; init; }

    /// <summary>Day the card was made and issued.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>Whether a local measure extends the limit of this case (特殊情况).</summary>
    public bool? SpecialCase { get; init; }

    /// <summary>Day from which the years of residence are counted under the permit.</summary>
    public LocalDate? CountedFrom { get; init; }

    /// <summary>Days of the endorsements since then.</summary>
    public IReadOnlyList<LocalDate>? Endorsements { get; init; }

    /// <summary>Day on which the holder comes to endorse.</summary>
    public LocalDate? EndorseOn { get; init; }

    /// <summary>The card: <c>in-hand</c>, <c>damaged</c> or <c>lost</c>.</summary>
    public string? Card { get; init; }

    /// <summary>Whether a replacement was asked for.</summary>
    public bool? Replacing { get; init; }

    /// <summary>Whether the old card was handed in.</summary>
    public bool? OldCardReturned { get; init; }

    /// <summary>What a fee is charged for: <c>first-issue</c>, <c>endorsement</c> or <c>replacement</c>.</summary>
    public string? FeeFor { get; init; }

    /// <summary>The fee charged, in yuan.</summary>
    public decimal? FeeYuan { get; init; }

    /// <summary>Code of the service or convenience asked for, see <see cref="PermitEntitlements"/>.</summary>
    public string? Service { get; init; }

    /// <summary>Whether the permit's functions are in force.</summary>
    public bool? InForce { get; init; }

    /// <summary>Whether an office refused the service for want of local household registration.</summary>
    public bool? ServiceRefused { get; init; }

    /// <summary>
    /// A misuse found: <c>false-papers</c>, <c>lent</c>, <c>withheld</c> (Art. 18); <c>used-anothers</c>, <c>used-fraudulent</c>, <c>traded-forged</c> (Art. 19);
    /// <c>none</c>.
    /// </summary>
    public string? Misuse { get; init; }

    /// <summary>
    /// What is printed on the card: <c>name</c>, <c>sex</c>, <c>ethnicity</c>, <c>birth-date</c>, <c>citizen-number</c>, <c>photo</c>, <c>hukou-address</c>,
    /// <c>residence-address</c>, <c>issuer</c>, <c>issue-date</c>.
    /// </summary>
    public IReadOnlyList<string>? CardContent { get; init; }

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => nameof(PermitFacts);
}
