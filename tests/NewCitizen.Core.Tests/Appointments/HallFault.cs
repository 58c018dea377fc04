namespace NewCitizen.Core.Tests.Appointments;

/// <summary>Which rule a store breaks.</summary>
internal enum HallFault
{
    /// <summary>None: it passes everything on.</summary>
    None,

    /// <summary>Takes places beyond those of the slot.</summary>
    IgnoresPlaces,

    /// <summary>Does not count a place as free that was given back.</summary>
    LosesReleases,
}
