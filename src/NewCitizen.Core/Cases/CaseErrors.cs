using NewCitizen.Errors;

namespace NewCitizen.Cases;

/// <summary>What can be wrong with cases and ratings (NC25xx).</summary>
public static class CaseErrors
{
    internal static readonly ErrorFamily Family = new(2500, 2599);

    /// <summary>The act is not possible in the state the case is in; {0} is the act, {1} the state.</summary>
    public static readonly ErrorCode NotInThisState = Family.Error(2500, "办件当前状态（{1}）不能进行该操作（{0}）", "'{0}' cannot be done to a case that is '{1}'");

    /// <summary>A supplement was asked for already. 行政许可法 Art. 32: once, and all together.</summary>
    public static readonly ErrorCode SupplementTwice = Family.Error(2501, "补正只能一次性告知，不得再次要求补正", "a supplement can be asked for once only");

    /// <summary>Nothing is missing.</summary>
    public static readonly ErrorCode NothingMissing = Family.Error(2502, "材料齐全，无需补正", "no paper is missing");

    /// <summary>A paper that the item does not ask for.</summary>
    public static readonly ErrorCode PaperUnknown = Family.Error(2503, "该事项不要求此材料", "the item does not ask for this paper");

    /// <summary>What was asked for is still missing; {0} is how many.</summary>
    public static readonly ErrorCode StillMissing = Family.Error(2504, "仍缺{0}项材料", "{0} papers are still missing");

    /// <summary>The item is not offered, or not by this channel.</summary>
    public static readonly ErrorCode NotOffered = Family.Error(2505, "该事项不办理或不支持此办理渠道", "the item is not offered, or not by this channel");

    /// <summary>There is no such item, file or centre; {0} says which.</summary>
    public static readonly ErrorCode ReferenceMissing = Family.Error(2506, "所引用的{0}不存在", "the {0} that is referred to does not exist");

    /// <summary>Neither a file nor a stated applicant, or both.</summary>
    public static readonly ErrorCode ApplicantUnclear = Family.Error(2507, "须且只须指明一名申请人", "name one applicant: a file or a stated person");

    /// <summary>A reason is missing or too long; {0} is the limit.</summary>
    public static readonly ErrorCode ReasonInvalid = Family.Error(2508, "须说明理由，且不超过{0}个字符", "a reason of at most {0} characters is needed");

    /// <summary>The window is not one of the centre's.</summary>
    public static readonly ErrorCode WindowUnknown = Family.Error(2509, "该中心没有此窗口", "the centre has no such window");

    /// <summary>Too many people apply at this moment to give out a number.</summary>
    public static readonly ErrorCode NumbersBusy = Family.Error(2510, "编号繁忙，请稍后重试", "numbers are being given out too fast; retry");

    /// <summary>The person has cases that go on; {0} is how many.</summary>
    public static readonly ErrorCode CasesOpen = Family.Error(2511, "该人员尚有未办结的办件{0}件，请先办结或撤回", "the person has {0} open cases; end them first");

    /// <summary>The case has not been handled, so there is nothing to rate.</summary>
    public static readonly ErrorCode NotHandled = Family.Error(2520, "办件尚未办结，不能评价", "the case has not been handled yet");

    /// <summary>The case has been rated.</summary>
    public static readonly ErrorCode AlreadyRated = Family.Error(2521, "该办件已评价", "the case has been rated already");

    /// <summary>A level that does not exist.</summary>
    public static readonly ErrorCode LevelUnknown = Family.Error(2522, "评价等级不正确", "there is no such level");

    /// <summary>A remark with a rating nobody follows up, or a remark that is too long; {0} is the limit.</summary>
    public static readonly ErrorCode RemarkNotTaken = Family.Error(2523, "仅差评可附说明，且不超过{0}个字符", "a remark of at most {0} characters is taken with a negative rating only");

    /// <summary>The step of a follow-up cannot be done in its state; {0} is the state.</summary>
    public static readonly ErrorCode FollowUpNotInThisState = Family.Error(2524, "差评整改当前状态（{0}）不能进行该操作", "this cannot be done to a follow-up that is '{0}'");

    /// <summary>The rater gave no name.</summary>
    public static readonly ErrorCode RaterAnonymous = Family.Error(2525, "评价人未留名，不能回访", "the rater gave no name and cannot be called");

    /// <summary>Whoever handled the case cannot see who rated it.</summary>
    public static readonly ErrorCode RatedYourself = Family.Error(2526, "被评价人不得查看或处理该评价", "whoever handled the case cannot see or settle its rating");

    /// <summary>A month that is not over: its figures would single people out.</summary>
    public static readonly ErrorCode MonthNotOver = Family.Error(2527, "仅可查看已结束月份的评价统计", "figures are given for months that are over");

    /// <summary>Told after the five working days; the case counts as accepted when it was handed in.</summary>
    public static readonly ErrorCode ToldLate = Family.Warning(2550, "超过五个工作日，依法自收到材料之日起视为受理", "more than five working days have gone; by law the case counts as accepted on the day it was handed in");
}
