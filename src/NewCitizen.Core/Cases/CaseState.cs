namespace NewCitizen.Cases;

/// <summary>Where a case is (办件状态). No state can be skipped; see <see cref="CaseFlow"/>.</summary>
public enum CaseState
{
    /// <summary>已提交: handed in; the office has not said yet whether it accepts.</summary>
    Submitted,

    /// <summary>待补正: the applicant was told once what is missing.</summary>
    SupplementAsked,

    /// <summary>已补正: the applicant handed in what was missing.</summary>
    Supplemented,

    /// <summary>已受理: accepted; the limit runs.</summary>
    Accepted,

    /// <summary>不予受理: not accepted. The end.</summary>
    NotAccepted,

    /// <summary>准予: decided in the applicant's favour.</summary>
    Granted,

    /// <summary>不予: decided against.</summary>
    Refused,

    /// <summary>已送达: the result was handed over. The end.</summary>
    Delivered,

    /// <summary>已撤回: the applicant took it back. The end.</summary>
    Withdrawn,
}
