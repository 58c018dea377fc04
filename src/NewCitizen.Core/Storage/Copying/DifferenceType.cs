namespace NewCitizen.Storage.Copying;

/// <summary>How two stores differ at one place.</summary>
public enum DifferenceType
{
    /// <summary>The target does not hold it.</summary>
    Missing,

    /// <summary>Only the target holds it.</summary>
    Added,

    /// <summary>Both hold it in different versions, or one of them as a tombstone.</summary>
    Version,

    /// <summary>The same version with different content; for an audit entry, another content or hash.</summary>
    Content,
}
