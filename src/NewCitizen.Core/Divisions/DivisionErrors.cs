using NewCitizen.Errors;

namespace NewCitizen.Divisions;

/// <summary>What can be said against a division code (NC1230–NC1259).</summary>
public static class DivisionErrors
{
    internal static readonly ErrorFamily Family = new(1230, 1259);

    /// <summary>The text is empty.</summary>
    public static readonly ErrorCode Empty = Family.Error(1230, "行政区划代码为空", "the division code is empty");

    /// <summary>Not six digits, or not nine or twelve for a statistical code.</summary>
    public static readonly ErrorCode Length = Family.Error(1231, "行政区划代码位数不对", "the division code has the wrong length");

    /// <summary>A character other than a digit.</summary>
    public static readonly ErrorCode Character = Family.Error(1232, "行政区划代码含有非数字字符", "the division code holds a character that is not a digit");

    /// <summary>The first two digits are no province-level unit.</summary>
    public static readonly ErrorCode Province = Family.Error(1233, "行政区划代码的省级前缀不存在", "the division code starts with an unknown province code");

    /// <summary>No edition of GB/T 2260 known here has the code.</summary>
    public static readonly ErrorCode Unknown = Family.Warning(1234, "未见过该行政区划代码", "no known edition has this division code");

    /// <summary>The code is younger than the date it is used for. A late registration can explain it.</summary>
    public static readonly ErrorCode Younger = Family.Warning(1235, "行政区划代码的启用晚于所涉日期", "the division code is younger than the date in question");

    /// <summary>The code ended before the date it is used for. Numbers issued under it stay valid.</summary>
    public static readonly ErrorCode Abolished = Family.Warning(1236, "行政区划代码在所涉日期之前已撤销", "the division code was abolished before the date in question");

    /// <summary>The township or village part of a statistical code is outside the ranges of the rule.</summary>
    public static readonly ErrorCode TownshipPart = Family.Error(1237, "乡级或村级代码段不在规定范围内", "the township or village part of the code is outside the allowed ranges");
}
