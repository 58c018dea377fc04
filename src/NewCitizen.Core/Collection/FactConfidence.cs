namespace NewCitizen.Collection;

/// <summary>How sure a fact is (可信程度), rising.</summary>
public enum FactConfidence
{
    /// <summary>听说: from hearsay.</summary>
    Hearsay,

    /// <summary>单方申报: one party states it.</summary>
    Stated,

    /// <summary>双方一致: another party states the same.</summary>
    Confirmed,

    /// <summary>现场核实: seen on the spot, or decided by somebody who looked into it.</summary>
    Verified,
}
