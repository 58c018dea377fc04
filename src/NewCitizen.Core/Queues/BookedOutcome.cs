namespace NewCitizen.Queues;

/// <summary>What became of a booking in the hall.</summary>
public enum BookedOutcome
{
    /// <summary>已到场: has come and has a ticket.</summary>
    Arrived,

    /// <summary>已办理: was served.</summary>
    Served,

    /// <summary>过号: was called and did not come.</summary>
    NoShow,
}
