namespace NewCitizen.Residents;

/// <summary>What can stand in a timeline (档案事件). Features add their own.</summary>
/// <param name="Code">Stable lower dotted name.</param>
/// <param name="Chinese">Chinese text without personal values.</param>
/// <param name="English">English text without personal values.</param>
public sealed record TimelineEvent(string Code, string Chinese, string English)
{
    /// <summary>The file was opened.</summary>
    public static TimelineEvent FileOpened { get; } = new("file.opened", "建立档案", "file opened");

    /// <summary>A name was recorded.</summary>
    public static TimelineEvent NameSince { get; } = new("name.since", "登记姓名", "name recorded");

    /// <summary>A document was recorded.</summary>
    public static TimelineEvent DocumentSince { get; } = new("document.since", "登记证件", "document recorded");

    /// <summary>A phone was recorded.</summary>
    public static TimelineEvent PhoneSince { get; } = new("phone.since", "登记联系电话", "phone recorded");

    /// <summary>A phone was given up.</summary>
    public static TimelineEvent PhoneUntil { get; } = new("phone.until", "停用联系电话", "phone given up");

    /// <summary>A job began.</summary>
    public static TimelineEvent EmploymentSince { get; } = new("employment.since", "登记就业", "employment recorded");

    /// <summary>A job ended.</summary>
    public static TimelineEvent EmploymentUntil { get; } = new("employment.until", "结束就业", "employment ended");

    /// <summary>A stay was declared.</summary>
    public static TimelineEvent ResidenceSince { get; } = new("residence.since", "居住登记", "residence registered");

    /// <summary>A stay ended.</summary>
    public static TimelineEvent ResidenceUntil { get; } = new("residence.until", "居住注销", "residence ended");

    /// <summary>A family tie was recorded.</summary>
    public static TimelineEvent RelationSince { get; } = new("relation.since", "登记家庭关系", "family tie recorded");

    /// <summary>Another file was merged into this one.</summary>
    public static TimelineEvent FileMerged { get; } = new("file.merged", "并入另一档案", "another file merged in");

    /// <summary>A merge was undone.</summary>
    public static TimelineEvent MergeUndone { get; } = new("file.merge-undone", "撤销合并", "merge undone");

    /// <summary>The person moved into a room or bed.</summary>
    public static TimelineEvent MovedIn { get; } = new("occupancy.since", "入住", "moved in");

    /// <summary>The person moved out.</summary>
    public static TimelineEvent MovedOut { get; } = new("occupancy.until", "退房", "moved out");

    /// <summary>A case was handed in.</summary>
    public static TimelineEvent CaseSubmitted { get; } = new("case.submitted", "提交办件", "case handed in");

    /// <summary>A case was accepted.</summary>
    public static TimelineEvent CaseAccepted { get; } = new("case.accepted", "办件受理", "case accepted");

    /// <summary>A case was not accepted.</summary>
    public static TimelineEvent CaseNotAccepted { get; } = new("case.not-accepted", "办件不予受理", "case not accepted");

    /// <summary>A case was decided in the person's favour.</summary>
    public static TimelineEvent CaseGranted { get; } = new("case.granted", "办件准予", "case granted");

    /// <summary>A case was decided against the person.</summary>
    public static TimelineEvent CaseRefused { get; } = new("case.refused", "办件不予", "case refused");

    /// <summary>The result of a case was handed over.</summary>
    public static TimelineEvent CaseDelivered { get; } = new("case.delivered", "办件送达", "result handed over");

    /// <summary>A case was taken back.</summary>
    public static TimelineEvent CaseWithdrawn { get; } = new("case.withdrawn", "办件撤回", "case withdrawn");
}
