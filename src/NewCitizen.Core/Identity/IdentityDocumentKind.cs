namespace NewCitizen.Identity;

/// <summary>Kinds of identity document (证件类型). The values are the codes of GA/T 517, but 901, which is this SDK's own: no source for an official code of that permit was found.</summary>
public enum IdentityDocumentKind
{
    /// <summary>None stated; no document has it.</summary>
    None = 0,

    /// <summary>Resident identity card (居民身份证).</summary>
    ResidentIdentityCard = 111,

    /// <summary>Temporary resident identity card (临时居民身份证).</summary>
    TemporaryIdentityCard = 112,

    /// <summary>Household register (户口簿), by the citizen number in it.</summary>
    HouseholdRegister = 113,

    /// <summary>Passport (护照) of any country.</summary>
    Passport = 414,

    /// <summary>Mainland travel permit for Taiwan residents (台湾居民来往大陆通行证).</summary>
    TaiwanTravelPermit = 511,

    /// <summary>Mainland travel permit for Hong Kong and Macao residents (港澳居民来往内地通行证), of either nationality.</summary>
    HongKongMacaoTravelPermit = 516,

    /// <summary>Foreign permanent resident's identity card (外国人永久居留身份证).</summary>
    ForeignPermanentResidentCard = 553,

    /// <summary>Foreigner's residence permit (外国人居留证件).</summary>
    ForeignerResidencePermit = 554,

    /// <summary>Residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证).</summary>
    HmtResidencePermit = 901,
}
