using NewCitizen.Errors;

namespace NewCitizen.Permits;

/// <summary>What can be wrong with residence permits (NC2870–NC2969).</summary>
public static class PermitErrors
{
    internal static readonly ErrorFamily Family = new(2870, 2969);

    /// <summary>The act is not possible in the state the permit is in; {0} is the act, {1} the state.</summary>
    public static readonly ErrorCode NotInThisState = Family.Error(2870, "居住证当前状态（{1}）不能进行该操作（{0}）", "'{0}' cannot be done to a permit that is '{1}'");

    /// <summary>A condition is not met, or not known to be; {0} is the code of the rule.</summary>
    public static readonly ErrorCode NotEligible = Family.Error(2871, "不符合申领条件（{0}）", "a condition is not met ({0})");

    /// <summary>The person has a permit, or has applied for one. 一人一证.</summary>
    public static readonly ErrorCode AlreadyHolds = Family.Error(2872, "该人员已持有或正在申领居住证", "the person holds a permit or has applied for one");

    /// <summary>The window has not opened; {0} is its first day. 居住证暂行条例第十条.</summary>
    public static readonly ErrorCode TooEarly = Family.Error(2873, "尚未到签注期，自{0}起可以签注", "it can be endorsed from {0} on");

    /// <summary>The card is neither lost nor damaged. 居住证暂行条例第十一条.</summary>
    public static readonly ErrorCode NothingToReplace = Family.Error(2874, "证件未损坏也未丢失，不能换领、补领", "the card is neither damaged nor lost");

    /// <summary>A supplement was asked for already. 居住证暂行条例第九条: once, and all together.</summary>
    public static readonly ErrorCode SupplementTwice = Family.Error(2875, "所需材料只能一次性告知，不得再次要求补充", "what is missing can be told once only");

    /// <summary>Papers are missing; {0} is how many.</summary>
    public static readonly ErrorCode PapersMissing = Family.Error(2876, "仍缺{0}项材料", "{0} papers are missing");

    /// <summary>A paper that no application asks for.</summary>
    public static readonly ErrorCode PaperUnknown = Family.Error(2877, "申领不要求此材料", "the application does not ask for this paper");

    /// <summary>Nothing is missing.</summary>
    public static readonly ErrorCode NothingMissing = Family.Error(2878, "材料齐全，无需补充", "no paper is missing");

    /// <summary>A reason is missing or too long; {0} is the limit.</summary>
    public static readonly ErrorCode ReasonInvalid = Family.Error(2879, "须说明理由，且不超过{0}个字符", "a reason of at most {0} characters is needed");

    /// <summary>The holder lives elsewhere now. 居住证暂行条例第十条: who goes on living here.</summary>
    public static readonly ErrorCode HolderAway = Family.Error(2880, "持证人已离开居住地，不能办理", "the holder lives elsewhere now");

    /// <summary>Somebody else applies for a person who must come in person. 居住证暂行条例第九条.</summary>
    public static readonly ErrorCode AgentNotAllowed = Family.Error(2881, "仅未满16周岁或行动不便的老年人、残疾人等可由监护人、近亲属代办", "only for people under 16, or old or disabled people who can hardly come");

    /// <summary>No local measure extends the limit; {0} is the setting. 居住证暂行条例第九条.</summary>
    public static readonly ErrorCode ExtensionNotConfigured = Family.Error(2882, "当地未规定延长期限（{0}未设置）", "no local measure extends the limit ({0} is not configured)");

    /// <summary>The limit was extended already.</summary>
    public static readonly ErrorCode ExtendedAlready = Family.Error(2883, "期限已延长过", "the limit was extended already");

    /// <summary>There is no such file, or it is not active.</summary>
    public static readonly ErrorCode FileMissing = Family.Error(2884, "新市民档案不存在或已停用", "there is no such active file");

    /// <summary>Nobody said which city the agency belongs to; {0} is the setting.</summary>
    public static readonly ErrorCode DivisionNotConfigured = Family.Error(2885, "未设置机构所属行政区划（{0}）", "the division of the agency is not configured ({0})");

    /// <summary>The person's permit goes on.</summary>
    public static readonly ErrorCode PermitsOpen = Family.Error(2886, "该人员尚有未结束的居住证业务{0}件，请先注销或撤回", "the person has {0} permits that go on; cancel or withdraw them first");

    /// <summary>It cannot be a permit's number.</summary>
    public static readonly ErrorCode NumberInvalid = Family.Error(2887, "受理编号有误", "this is not a permit's number");

    /// <summary>An event is older than the one before.</summary>
    public static readonly ErrorCode OutOfOrder = Family.Error(2888, "事件日期早于前一事件", "the event is older than the one before");

    /// <summary>A damaged card is exchanged against the old one. 居住证暂行条例第十一条.</summary>
    public static readonly ErrorCode OldCardKept = Family.Error(2889, "换领新证须交回原证", "the old card must be handed in for the new one");

    /// <summary>The years cannot count from a day after the issue.</summary>
    public static readonly ErrorCode YearsFromInvalid = Family.Error(2890, "居住年限起算日晚于签发日", "the years cannot count from a day after the issue");

    /// <summary>The card is known to be lost or damaged.</summary>
    public static readonly ErrorCode AlreadyReported = Family.Error(2891, "证件已登记为丢失或损坏", "the card is known to be lost or damaged");

    /// <summary>There is no such address.</summary>
    public static readonly ErrorCode AddressMissing = Family.Error(2892, "标准地址不存在", "there is no such address");

    /// <summary>The endorsement came after the year had ended: the functions are in force again and the years count from today. 居住证暂行条例第十条.</summary>
    public static readonly ErrorCode EndorsedLate = Family.Warning(2930, "逾期补办签注：使用功能恢复，居住年限自今日起重新连续计算", "endorsed late: in force again, and the years count from today");

    /// <summary>The limit was over when the card was issued. 居住证暂行条例第九条.</summary>
    public static readonly ErrorCode IssuedLate = Family.Warning(2931, "制作发放超过法定期限", "issued after the limit was over");
}
