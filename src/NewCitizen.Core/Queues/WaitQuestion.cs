using NodaTime;

namespace NewCitizen.Queues;

/// <summary>What <see cref="WaitEstimator"/> needs to know.</summary>
public sealed record WaitQuestion
{
    /// <summary>The moment.</summary>
    public required Instant Now { get; init; }

    /// <summary>The rules of calling.</summary>
    public required CallingRules Rules { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WaitWindow> Windows { get; init; }

    /// <summary>Everybody who waits in the hall, in all its lines: windows may serve several.</summary>
    public required IReadOnlyList<WaitPerson> Line { get; init; }

    /// <summary>Place in <see cref="Line"/> of whom it is about.</summary>
    public required int Who { get; init; }

    /// <summary>Booked people who may still come.</summary>
    public IReadOnlyList<WaitPerson> Expected { get; init; } = [];

    /// <summary>How many of those booked come, 0 to 1.</summary>
    public double ShowUp { get; init; } = 0.85;

    /// <summary>Turns that are over today.</summary>
    public required IReadOnlyList<PastService> Past { get; init; }
}
