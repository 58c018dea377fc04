using NewCitizen.Errors;

namespace NewCitizen.Grid;

/// <summary>What can be wrong with cells, workers and tasks (NC275x to NC279x).</summary>
public static class GridErrors
{
    internal static readonly ErrorFamily Family = new(2750, 2799);

    /// <summary>A text is empty or too long.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2750, "内容为空或超过{0}个字符", "the text is empty or longer than {0} characters");

    /// <summary>A cell's code is malformed.</summary>
    public static readonly ErrorCode CodeInvalid = Family.Error(2751, "网格编码须为1至20个字母、数字或连字符", "a cell's code has 1 to 20 letters, digits or hyphens");

    /// <summary>Another cell has this code.</summary>
    public static readonly ErrorCode CodeTaken = Family.Error(2752, "该网格编码已使用", "another cell has this code");

    /// <summary>An address lies in another cell: grids do not overlap.</summary>
    public static readonly ErrorCode AddressInOtherCell = Family.Error(2753, "地址已属于另一网格，网格不得重叠", "an address belongs to another cell; cells do not overlap");

    /// <summary>Too many addresses for one cell; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyAddresses = Family.Error(2754, "一个网格最多{0}个地址", "a cell has at most {0} addresses");

    /// <summary>Another worker has this account.</summary>
    public static readonly ErrorCode AccountTaken = Family.Error(2755, "该账号已登记为网格员", "this account is a grid worker already");

    /// <summary>The account that acts is no grid worker in service.</summary>
    public static readonly ErrorCode NotAWorker = Family.Error(2756, "当前账号不是在岗网格员", "the account is no grid worker in service");

    /// <summary>The task is not in a state for this.</summary>
    public static readonly ErrorCode TaskNotInThisState = Family.Error(2757, "任务当前状态不能这样处理", "the task cannot be handled so in its state");

    /// <summary>Somebody else has taken the task.</summary>
    public static readonly ErrorCode TaskOfAnother = Family.Error(2758, "任务由他人领取", "the task was taken by somebody else");

    /// <summary>A conflict or a held report is decided, not ticked off.</summary>
    public static readonly ErrorCode NeedsDecision = Family.Error(2759, "该任务须作出选择才能办结", "the task ends with a decision, not with a note");

    /// <summary>The cell, worker or address named is not there.</summary>
    public static readonly ErrorCode ReferenceMissing = Family.Error(2760, "所引用的{0}不存在", "the {0} that is referred to does not exist");

    /// <summary>A period ends before it begins.</summary>
    public static readonly ErrorCode PeriodReversed = Family.Error(2761, "结束日期早于开始日期", "the period ends before it begins");

    /// <summary>The worker is assigned to the cell in this period already.</summary>
    public static readonly ErrorCode AssignedAlready = Family.Error(2762, "该网格员在此期间已负责该网格", "the worker is assigned to this cell in that period already");

    /// <summary>A task of this kind on this subject is open already.</summary>
    public static readonly ErrorCode TaskOpenAlready = Family.Error(2763, "同一事项已有未办结的任务", "a task of this kind on this subject is open already");
}
