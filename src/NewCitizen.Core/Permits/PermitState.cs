namespace NewCitizen.Permits;

/// <summary>Where a residence permit is (居住证状态). No state can be skipped; see <see cref="PermitFlow"/>.</summary>
public enum PermitState
{
    /// <summary>已申请: handed in; the office has not said yet whether it accepts.</summary>
    Applied,

    /// <summary>待补充: the applicant was told once what is missing.</summary>
    SupplementAsked,

    /// <summary>已补充: the applicant handed in what was missing.</summary>
    Supplemented,

    /// <summary>已受理: accepted; the 15 days run.</summary>
    Accepted,

    /// <summary>已审核: the accepting unit has checked and signed off (a stage of cities such as Tianjin).</summary>
    SignedOff,

    /// <summary>不予受理: not accepted. The end.</summary>
    NotAccepted,

    /// <summary>不予发证: refused. The end.</summary>
    Refused,

    /// <summary>已撤回: the applicant took it back. The end.</summary>
    Withdrawn,

    /// <summary>有效: issued, and its functions are in force (使用功能有效).</summary>
    Active,

    /// <summary>中止: not endorsed in time; the functions rest until it is (使用功能中止).</summary>
    Suspended,

    /// <summary>注销: cancelled. The end.</summary>
    Cancelled,
}
