namespace NewCitizen.Residents.Claims;

/// <summary>State of a claim.</summary>
internal enum ClaimState
{
    /// <summary>The file is being written.</summary>
    Pending,

    /// <summary>The file was there after the claim.</summary>
    Confirmed,

    /// <summary>The holder is handing the file over.</summary>
    Offered,

    /// <summary>Kept for the holder, which has not registered the person yet.</summary>
    Reserved,
}
