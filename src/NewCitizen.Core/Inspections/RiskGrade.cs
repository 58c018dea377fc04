namespace NewCitizen.Inspections;

/// <summary>Risk grade of a home (红黄绿分级): local practice; there is no national scheme, so all numbers are configured.</summary>
public enum RiskGrade
{
    /// <summary>Green (绿): checked at the longest interval.</summary>
    Green,

    /// <summary>Yellow (黄).</summary>
    Yellow,

    /// <summary>Red (红): checked at the shortest interval.</summary>
    Red,
}
