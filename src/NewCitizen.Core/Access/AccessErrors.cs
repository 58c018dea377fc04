using NewCitizen.Errors;

namespace NewCitizen.Access;

/// <summary>Why access was refused (NC32xx).</summary>
public static class AccessErrors
{
    internal static readonly ErrorFamily Family = new(3200, 3299);

    /// <summary>Full personal data was asked for without saying why.</summary>
    public static readonly ErrorCode PurposeMissing = Family.Error(3200, "查看完整个人信息必须说明目的", "reading full personal data needs a stated purpose");
}
