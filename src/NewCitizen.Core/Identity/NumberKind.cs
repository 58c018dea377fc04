namespace NewCitizen.Identity;

/// <summary>Kinds of number the SDK tells apart (号码种类).</summary>
public enum NumberKind
{
    /// <summary>Citizen number (公民身份号码), <c>citizen</c>.</summary>
    Citizen,

    /// <summary>Number of an HMT residence permit (港澳台居民居住证), <c>hmt-permit</c>.</summary>
    HmtPermit,

    /// <summary>Foreign permanent resident number (外国人永久居留身份证), <c>foreign-resident</c>.</summary>
    ForeignResident,

    /// <summary>Mainland travel permit (来往内地/大陆通行证), <c>travel-permit</c>.</summary>
    TravelPermit,

    /// <summary>Passport (护照), <c>passport</c>.</summary>
    Passport,

    /// <summary>Unified social credit code (统一社会信用代码), <c>uscc</c>.</summary>
    UnifiedSocialCreditCode,

    /// <summary>Mobile number (手机号码), <c>mobile</c>.</summary>
    Mobile,
}
