namespace NewCitizen.Grid;

/// <summary>Where a task is (任务状态).</summary>
public enum GridTaskState
{
    /// <summary>待领取: nobody has it.</summary>
    Open,

    /// <summary>处理中: a worker has it.</summary>
    Taken,

    /// <summary>已办结.</summary>
    Done,

    /// <summary>已取消: no longer needed.</summary>
    Cancelled,
}
