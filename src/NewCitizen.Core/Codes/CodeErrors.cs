using NewCitizen.Errors;

namespace NewCitizen.Codes;

/// <summary>What can be said against a coded value (NC1200–NC1229). Values themselves are never part of a text.</summary>
public static class CodeErrors
{
    internal static readonly ErrorFamily Family = new(1200, 1229);

    /// <summary>The text is neither a code nor a name of the table; it is kept as written.</summary>
    public static readonly ErrorCode Unknown = Family.Warning(1200, "不在代码表“{0}”中，已按原文保留", "not in the code table \"{0}\"; kept as written");

    /// <summary>The code belongs to an older edition and was replaced.</summary>
    public static readonly ErrorCode Superseded = Family.Warning(1201, "是代码表“{0}”旧版的代码，已换为现行代码", "a code of an older edition of \"{0}\"; replaced by the present one");

    /// <summary>The code was not in force on the day in question.</summary>
    public static readonly ErrorCode NotInForce = Family.Warning(1202, "该代码在所涉日期不在代码表“{0}”的有效期内", "the code of \"{0}\" was not in force on the day in question");

    /// <summary>No code table has this id.</summary>
    public static readonly ErrorCode UnknownTable = Family.Error(1203, "没有代码表“{0}”", "there is no code table \"{0}\"");

    /// <summary>The text is empty.</summary>
    public static readonly ErrorCode Empty = Family.Error(1204, "代码为空", "the code is empty");
}
