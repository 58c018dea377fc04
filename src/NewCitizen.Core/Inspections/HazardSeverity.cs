namespace NewCitizen.Inspections;

/// <summary>How bad a hazard is (隐患等级).</summary>
public enum HazardSeverity
{
    /// <summary>Ordinary (一般隐患).</summary>
    Ordinary,

    /// <summary>Major (重大隐患).</summary>
    Major,
}
