namespace NewCitizen.Queues;

/// <summary>Why somebody is next (叫号依据).</summary>
public enum CallBasis
{
    /// <summary>优先窗口: of a priority class, at a window that calls them first.</summary>
    PriorityLane,

    /// <summary>到达上限: a walk-in who was overtaken as often, or has waited as long, as the rules allow.</summary>
    BoundReached,

    /// <summary>预约或优先: booked and due, or of a priority class.</summary>
    Due,

    /// <summary>先到先办: a walk-in, first come first served.</summary>
    Arrival,

    /// <summary>提前: booked for later, and nobody else is waiting.</summary>
    BeforeTime,
}
