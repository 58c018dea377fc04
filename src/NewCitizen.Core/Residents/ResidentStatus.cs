namespace NewCitizen.Residents;

/// <summary>State of a resident's file (档案状态).</summary>
public enum ResidentStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Merged into another file; kept whole, found only by its id.</summary>
    Merged,

    /// <summary>Handed over to another agency (已移交); kept whole, found only by its id.</summary>
    HandedOver,
}
