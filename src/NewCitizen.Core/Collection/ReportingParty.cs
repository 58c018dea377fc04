namespace NewCitizen.Collection;

/// <summary>Who reports (申报方).</summary>
public enum ReportingParty
{
    /// <summary>The resident (本人).</summary>
    Resident,

    /// <summary>The landlord (出租人).</summary>
    Landlord,

    /// <summary>The employer (用人单位).</summary>
    Employer,

    /// <summary>A grid worker on the spot (网格员).</summary>
    GridWorker,
}
