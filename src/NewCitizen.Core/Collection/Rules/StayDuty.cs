using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>Who must report a stay, until when, by which article (申报义务).</summary>
/// <param name="Finding">What the rule says.</param>
/// <param name="DueOn">Last day, in Asia/Shanghai; null where there is none or it is not known.</param>
/// <param name="DueAt">Last moment, in Asia/Shanghai, of a duty in hours; null for duties in days.</param>
/// <param name="Policy">Source of the city's setting that named the time; null where the law itself does, or nobody did.</param>
public sealed record StayDuty(Finding Finding, LocalDate? DueOn = null, LocalDateTime? DueAt = null, string? Policy = null)
{
    /// <summary>Whom it binds.</summary>
    public RuleSubject Who => Finding.Rule.Binds;

    /// <summary>Where it is written.</summary>
    public LegalSource Source => Finding.Rule.Sources[0];

    /// <summary>Whether the law itself names the time; false when a city set it.</summary>
    public bool IsSetByLaw => Policy is null && (DueOn is not null || DueAt is not null);

    /// <summary>Rule and verdict.</summary>
    public override string ToString() => Finding.ToString();
}
