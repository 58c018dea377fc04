using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>Why an identity number or document was refused, or deserves a look (NC10xx). Numbers themselves are never part of a text.</summary>
public static class IdentityErrors
{
    internal static readonly ErrorFamily Family = new(1000, 1099);

    /// <summary>The text is empty.</summary>
    public static readonly ErrorCode Empty = Family.Error(1000, "证件号码为空", "the number is empty");

    /// <summary>Wrong number of characters.</summary>
    public static readonly ErrorCode Length = Family.Error(1001, "证件号码位数不对", "the number has the wrong length");

    /// <summary>A character that does not belong there.</summary>
    public static readonly ErrorCode Character = Family.Error(1002, "证件号码含有不允许的字符", "the number holds a character that does not belong there");

    /// <summary>No such province-level prefix.</summary>
    public static readonly ErrorCode Region = Family.Error(1003, "证件号码的行政区划前缀不存在", "the number starts with an unknown province code");

    /// <summary>The birth date is not a date, or lies in the future.</summary>
    public static readonly ErrorCode Date = Family.Error(1004, "证件号码中的出生日期不是有效日期", "the birth date inside the number is not a valid date");

    /// <summary>The check digit does not fit.</summary>
    public static readonly ErrorCode CheckDigit = Family.Error(1005, "证件号码的校验码不符", "the check digit of the number does not fit");

    /// <summary>Fifteen digits: the form before 1999, no current document since 2013-01-01.</summary>
    public static readonly ErrorCode HistoricalForm = Family.Error(1006, "15 位旧号码只能作为历史资料导入，不能作为现行证件号码", "a 15-digit number is historical and can only be imported, not used as a current number");

    /// <summary>The first character of a unified social credit code names no registration authority.</summary>
    public static readonly ErrorCode RegistrationAuthority = Family.Error(1007, "统一社会信用代码的登记管理部门代码不存在", "the credit code starts with an unknown registration authority");

    /// <summary>The check character of the organisation code inside a unified social credit code does not fit.</summary>
    public static readonly ErrorCode OrganisationCheckDigit = Family.Error(1008, "统一社会信用代码中组织机构代码的校验码不符", "the check character of the organisation code inside the credit code does not fit");

    /// <summary>The number is a good one, but not for a document of this kind.</summary>
    public static readonly ErrorCode KindMismatch = Family.Error(1009, "证件号码与证件类型不一致", "the number does not belong to a document of this kind");

    /// <summary>No such kind of document.</summary>
    public static readonly ErrorCode UnknownKind = Family.Error(1010, "证件类型不存在", "there is no such kind of document");

    /// <summary>The issuing country is missing, no ISO 3166 alpha-3 code, or cannot issue this kind of document.</summary>
    public static readonly ErrorCode IssuingCountry = Family.Error(1011, "证件签发国家（地区）代码缺失或与证件类型不符", "the issuing country is missing, not a three-letter code, or cannot issue this kind of document");

    /// <summary>The document ends before it begins.</summary>
    public static readonly ErrorCode ValidityOrder = Family.Error(1012, "证件有效期的截止日早于起始日", "the document's validity ends before it begins");

    /// <summary>The six-digit address code is in no edition of the division table.</summary>
    public static readonly ErrorCode UnknownAddressCode = Family.Warning(1050, "证件号码的地址码不在行政区划代码表中，请核对", "the address code of the number is in no edition of the division table");

    /// <summary>The address code came into force after the birth.</summary>
    public static readonly ErrorCode AddressCodeYoungerThanBirth = Family.Warning(1051, "证件号码的地址码启用时间晚于出生日期，请核对", "the address code of the number came into force after the birth");

    /// <summary>A foreign permanent resident number of the old form, which has no check rule.</summary>
    public static readonly ErrorCode OldForeignForm = Family.Warning(1052, "旧版外国人永久居留证号码没有校验规则，请核对原件", "an old foreign permanent resident number has no check rule; compare it with the card");

    /// <summary>A travel permit number of a form no longer printed.</summary>
    public static readonly ErrorCode OldTravelPermitForm = Family.Warning(1053, "旧版通行证号码，请核对证件是否已换发", "a travel permit number of an older form; ask whether the card was renewed");

    /// <summary>A Chinese passport whose number has none of the known forms.</summary>
    public static readonly ErrorCode ChinesePassportForm = Family.Warning(1054, "中国护照号码不是已知格式，请核对", "the number has none of the known forms of a Chinese passport");

    /// <summary>The entity class of a unified social credit code is not among the published ones.</summary>
    public static readonly ErrorCode EntityClass = Family.Warning(1055, "统一社会信用代码的机构类别代码未见于公布的目录，请核对", "the entity class of the credit code is not among the published ones");

    /// <summary>Strict mode: the six-digit address code is in no edition of the division table.</summary>
    public static readonly ErrorCode UnknownAddressCodeRefused = Family.Error(1060, "证件号码的地址码不在行政区划代码表中", "the address code of the number is in no edition of the division table");

    /// <summary>Strict mode: the address code came into force after the birth.</summary>
    public static readonly ErrorCode AddressCodeYoungerThanBirthRefused = Family.Error(1061, "证件号码的地址码启用时间晚于出生日期", "the address code of the number came into force after the birth");
}
