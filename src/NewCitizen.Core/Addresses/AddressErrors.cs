using NewCitizen.Errors;

namespace NewCitizen.Addresses;

/// <summary>What can be wrong with an address (NC1260–1299).</summary>
public static class AddressErrors
{
    internal static readonly ErrorFamily Family = new(1260, 1299);

    /// <summary>No address was given.</summary>
    public static readonly ErrorCode Empty = Family.Error(1260, "地址为空", "the address is empty");

    /// <summary>The address is too long.</summary>
    public static readonly ErrorCode TooLong = Family.Error(1261, "地址超过{0}个字符", "the address is longer than {0} characters");

    /// <summary>The address holds control characters.</summary>
    public static readonly ErrorCode Character = Family.Error(1262, "地址含有控制字符", "the address holds control characters");
}
