namespace NewCitizen.Storage;

/// <summary>What an entry of the change feed tells.</summary>
public enum ChangeType
{
    /// <summary>A record was written.</summary>
    Put,

    /// <summary>A record was deleted.</summary>
    Deleted,

    /// <summary>A feature emitted an event.</summary>
    Event,
}
