namespace NewCitizen.Errors;

/// <summary>How much an issue weighs (严重程度).</summary>
public enum IssueSeverity
{
    /// <summary>The record is refused.</summary>
    Error,

    /// <summary>The record is accepted; somebody should look at it.</summary>
    Warning,
}
