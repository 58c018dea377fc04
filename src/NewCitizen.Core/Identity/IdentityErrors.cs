using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>Why an identity number was refused (NC10xx). Numbers themselves are never part of a text.</summary>
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
}
