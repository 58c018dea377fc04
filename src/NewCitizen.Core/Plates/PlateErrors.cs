using NewCitizen.Errors;

namespace NewCitizen.Plates;

/// <summary>What can be wrong with door plates (NC2600–NC2649).</summary>
public static class PlateErrors
{
    internal static readonly ErrorFamily Family = new(2600, 2649);

    /// <summary>Forged, altered or of another office: there is no such plate. Says no more on purpose.</summary>
    public static readonly ErrorCode NotAPlate = Family.Error(2600, "没有这个二维码门牌，请勿输入个人信息", "there is no such plate; do not enter personal data");

    /// <summary>The plate was made by us and is not valid any more.</summary>
    public static readonly ErrorCode Revoked = Family.Error(2601, "该二维码门牌已停用", "this plate is no longer valid");

    /// <summary>The home has a living plate.</summary>
    public static readonly ErrorCode HomeHasPlate = Family.Error(2602, "该房屋已有有效的二维码门牌", "the home has a valid plate already");

    /// <summary>The home that is named is not there.</summary>
    public static readonly ErrorCode HomeMissing = Family.Error(2603, "所引用的房屋不存在", "the home that is referred to does not exist");

    /// <summary>No free code was found in several tries.</summary>
    public static readonly ErrorCode NoFreeCode = Family.Error(2604, "未能取得未使用的门牌编号，请重试", "no unused plate code was found; try again");

    /// <summary>A base address that does not fit; {0} is the most characters the host may have.</summary>
    public static readonly ErrorCode BaseAddress = Family.Error(2605, "门牌网址须为 https://主机名，主机名只含字母、数字、点和连字符，最长{0}个字符", "the base address is https://host with letters, digits, dots and hyphens, at most {0} characters");

    /// <summary>A role that shows personal data was asked for without a purpose, or without saying who asks.</summary>
    public static readonly ErrorCode ViewerIncomplete = Family.Error(2606, "查看身份不完整：承租人须指明本人，出租人须指明房屋", "the viewer is incomplete: a tenant names the own file, a landlord the own homes");

    /// <summary>A plate number that is none.</summary>
    public static readonly ErrorCode NumberInvalid = Family.Error(2607, "门牌编号须为10个字符（数字和除I、L、O、U以外的大写字母）", "a plate number has 10 characters: digits and capital letters but I, L, O and U");
}
