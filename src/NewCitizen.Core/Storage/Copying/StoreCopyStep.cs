namespace NewCitizen.Storage.Copying;

/// <summary>What a copy is doing.</summary>
public enum StoreCopyStep
{
    /// <summary>Copies the audit trail.</summary>
    Audit,

    /// <summary>Copies records and tombstones.</summary>
    Records,

    /// <summary>Reads both stores again and compares them.</summary>
    Compare,
}
