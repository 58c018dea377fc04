namespace NewCitizen.Residents.Claims;

/// <summary>What became of a claim that somebody looked after.</summary>
internal enum ClaimOutcome
{
    /// <summary>The holder has the file; the claim is confirmed.</summary>
    Held,

    /// <summary>The holder has no file; the claim is gone.</summary>
    Freed,

    /// <summary>The holder has handed the file over; the claim is kept for the other agency.</summary>
    Reserved,

    /// <summary>Somebody else changed the claim meanwhile: read it again.</summary>
    Changed,
}
