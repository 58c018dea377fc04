namespace NewCitizen.Residents;

/// <summary>What a registration did.</summary>
public enum RegistrationEffect
{
    /// <summary>A new file was opened.</summary>
    Created,

    /// <summary>The person had a file; a stay was added to it.</summary>
    StayAdded,

    /// <summary>The person had a file that holds all this already; nothing was written.</summary>
    NothingNew,
}
