using NewCitizen.Errors;

namespace NewCitizen.People;

/// <summary>Why a name or a phone number was refused, or deserves a look (NC11xx). Names and numbers are never part of a text.</summary>
public static class PeopleErrors
{
    internal static readonly ErrorFamily Family = new(1100, 1199);

    /// <summary>The phone number is empty.</summary>
    public static readonly ErrorCode MobileEmpty = Family.Error(1100, "手机号码为空", "the mobile number is empty");

    /// <summary>Not eleven digits.</summary>
    public static readonly ErrorCode MobileLength = Family.Error(1101, "手机号码应为 11 位", "a mobile number has 11 digits");

    /// <summary>Something other than the digits 0 to 9.</summary>
    public static readonly ErrorCode MobileCharacter = Family.Error(1102, "手机号码含有不允许的字符", "the mobile number holds a character that is not a digit");

    /// <summary>Does not start with 13 to 19.</summary>
    public static readonly ErrorCode MobilePrefix = Family.Error(1103, "手机号码应以 13 至 19 开头", "a mobile number starts with 13 to 19");

    /// <summary>The prefix was not allocated to public mobile service when the table was made.</summary>
    public static readonly ErrorCode MobileUnallocated = Family.Warning(1104, "该手机号段未见于已分配号段，请核对", "the prefix of the mobile number is not among the allocated ones");

    /// <summary>The name is empty.</summary>
    public static readonly ErrorCode NameEmpty = Family.Error(1110, "姓名为空", "the name is empty");

    /// <summary>The name has more characters than any register takes.</summary>
    public static readonly ErrorCode NameLength = Family.Error(1111, "姓名超过 60 个字", "the name has more than 60 characters");

    /// <summary>A digit, sign or control character in the name.</summary>
    public static readonly ErrorCode NameCharacter = Family.Error(1112, "姓名含有不允许的字符", "the name holds a character that does not belong there");

    /// <summary>A rare character written with a private code of some font or old system.</summary>
    public static readonly ErrorCode NamePrivateUse = Family.Error(1113, "姓名中的生僻字使用了自造字编码，请改用国家标准编码", "a rare character in the name uses a private code; enter the standard character");
}
