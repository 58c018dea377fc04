namespace NewCitizen.Permits;

/// <summary>What is known of the card itself (证件状况).</summary>
public enum PermitCardState
{
    /// <summary>No card has been issued, or it is cancelled (无).</summary>
    None,

    /// <summary>The holder has it (在手).</summary>
    InHand,

    /// <summary>Damaged so that it can hardly be read (损坏难以辨认).</summary>
    Damaged,

    /// <summary>Lost (丢失).</summary>
    Lost,
}
