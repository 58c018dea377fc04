namespace NewCitizen.Queues;

/// <summary>Where a ticket stands (号票状态). A transferred one waits again, in the other line, under its own number.</summary>
public enum TicketState
{
    /// <summary>等候: waits to be called.</summary>
    Waiting,

    /// <summary>已叫号: called to a window, not there yet.</summary>
    Called,

    /// <summary>办理中: at the window.</summary>
    Serving,

    /// <summary>暂挂: set aside, such as to fetch a copy; keeps its time of arrival.</summary>
    Held,

    /// <summary>已办结: served.</summary>
    Served,

    /// <summary>过号: called and did not come.</summary>
    NoShow,

    /// <summary>已离开: gave the ticket back before being called.</summary>
    Left,
}
