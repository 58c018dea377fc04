using NodaTime;

namespace NewCitizen.Residents.Claims;

/// <summary>Settings of the person directory.</summary>
public sealed record PersonDirectoryOptions
{
    /// <summary>
    /// How long a claim waits for its file before others may look whether it is coming. No promise depends on it: who looks too early or too late, or on a clock that jumps,
    /// makes the registration try again. Default 5 minutes.
    /// </summary>
    public Duration PendingFor { get; init; } = Duration.FromMinutes(5);

    /// <summary>How long a person who was handed over is kept for the agency named, before any may register them. Default 30 days.</summary>
    public Duration ReservedFor { get; init; } = Duration.FromDays(30);

    /// <summary>How long a note that a claim was given up is kept. Longer than any call can take. Default 30 days.</summary>
    public Duration FencesKeptFor { get; init; } = Duration.FromDays(30);

    /// <summary>Whether a refusal names the agency that keeps the file (NC2081) or says only that there is one (NC2080). Default false.</summary>
    public bool DiscloseAgency { get; init; }
}
