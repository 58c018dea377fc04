using NewCitizen.Errors;

namespace NewCitizen.Inspections;

/// <summary>What can be wrong with inspections, hazards and their photos (NC2650–NC2749).</summary>
public static class InspectionErrors
{
    internal static readonly ErrorFamily Family = new(2650, 2749);

    /// <summary>The home has an open inspection of this kind.</summary>
    public static readonly ErrorCode AlreadyPlanned = Family.Error(2650, "该房屋已有同类待检查任务", "the home has an open inspection of this kind already");

    /// <summary>A number the city sets is not configured; {0} is its name.</summary>
    public static readonly ErrorCode NotConfigured = Family.Error(2651, "未设置{0}", "{0} is not configured");

    /// <summary>No template has this code.</summary>
    public static readonly ErrorCode TemplateUnknown = Family.Error(2652, "没有该检查表", "there is no such checklist");

    /// <summary>The home that is named is not there.</summary>
    public static readonly ErrorCode HomeMissing = Family.Error(2653, "所引用的房屋不存在", "the home that is referred to does not exist");

    /// <summary>Done or cancelled before.</summary>
    public static readonly ErrorCode NotOpen = Family.Error(2654, "该检查已完成或已取消", "the inspection was done or cancelled before");

    /// <summary>An item has no answer; {0} is its code.</summary>
    public static readonly ErrorCode ItemUnanswered = Family.Error(2655, "检查项{0}未填写", "item {0} has no answer");

    /// <summary>An answer to no item of the checklist, or the second to one.</summary>
    public static readonly ErrorCode AnswerStray = Family.Error(2656, "答案不属于该检查表或重复", "an answer belongs to no item or is given twice");

    /// <summary>A text is empty or too long.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2657, "内容为空或超过{0}个字符", "the text is empty or longer than {0} characters");

    /// <summary>A number out of range.</summary>
    public static readonly ErrorCode NumberOutOfRange = Family.Error(2658, "数值超出范围（{0} 至 {1}）", "the number is out of range ({0} to {1})");

    /// <summary>The hazard is not in a state in which this can be done: no step can be skipped.</summary>
    public static readonly ErrorCode NotInThisState = Family.Error(2660, "隐患当前状态不能进行此操作，不能跳过步骤", "the hazard is not in a state in which this can be done; no step can be skipped");

    /// <summary>The picture is no JPEG, PNG or WebP, or damaged.</summary>
    public static readonly ErrorCode NotAPicture = Family.Error(2670, "照片须为完好的 JPEG、PNG 或 WebP", "a photo is a sound JPEG, PNG or WebP");

    /// <summary>The picture is too large; {0} is the limit in KiB.</summary>
    public static readonly ErrorCode PictureTooLarge = Family.Error(2671, "照片超过{0}KB", "the photo is larger than {0} KiB");

    /// <summary>The inspection has as many photos as it may have; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyPictures = Family.Error(2672, "照片已达{0}张", "the inspection has {0} photos already");

    /// <summary>A configuration file of grades or checklists cannot be used; {0} says where.</summary>
    public static readonly ErrorCode FileInvalid = Family.Error(2680, "配置文件有误：{0}", "the configuration file is wrong at {0}");
}
