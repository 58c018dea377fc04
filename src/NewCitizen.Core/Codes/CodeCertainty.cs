namespace NewCitizen.Codes;

/// <summary>How well a row of a code table was checked (可信程度). Kept in the data files as V, K and U.</summary>
public enum CodeCertainty
{
    /// <summary>Compared with a published list (V).</summary>
    Verified,

    /// <summary>Well established, not compared with the text of the standard (K).</summary>
    Known,

    /// <summary>Seen in use; may differ from the standard (U).</summary>
    Unsure,
}
