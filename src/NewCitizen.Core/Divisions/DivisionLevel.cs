namespace NewCitizen.Divisions;

/// <summary>The level a six-digit code speaks of (行政级别).</summary>
public enum DivisionLevel
{
    /// <summary>省级: ends in 0000.</summary>
    Province,

    /// <summary>地级: ends in 00.</summary>
    Prefecture,

    /// <summary>县级.</summary>
    County,
}
