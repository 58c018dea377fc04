namespace NewCitizen.Testing.Faults;

/// <summary>
/// Says which calls fail. Every call to a <see cref="FaultingStore"/> passes one injection point; points are numbered from 1 in the
/// order of the calls, so a run with <see cref="None"/> tells how many there are and further runs can fail at each. Thread-safe.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly Func<int, FaultKind?> _decide;
    private int _points;
    private int _strikes;

    private FaultPlan(Func<int, FaultKind?> decide) => _decide = decide;

    /// <summary>Injection points passed so far.</summary>
    public int Points => Volatile.Read(ref _points);

    /// <summary>Faults injected so far.</summary>
    public int Strikes => Volatile.Read(ref _strikes);

    /// <summary>Fails nothing, and counts the points.</summary>
    public static FaultPlan None() => new(_ => null);

    /// <summary>Fails at one point.</summary>
    /// <param name="point">Its number, from 1.</param>
    /// <param name="kind">How.</param>
    public static FaultPlan At(int point, FaultKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(point, 1);
        return new(passed => passed == point ? kind : null);
    }

    /// <summary>Fails at random points; the same for the same seed and order of calls.</summary>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="oneIn">One call in so many fails; 1 or more.</param>
    /// <param name="kinds">How; one of these each time. None means any.</param>
    public static FaultPlan Random(ulong seed, int oneIn, params IReadOnlyList<FaultKind> kinds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oneIn, 1);
        ArgumentNullException.ThrowIfNull(kinds);
        var numbers = new SeededNumbers(seed);
        var pool = kinds.Count > 0 ? kinds : Enum.GetValues<FaultKind>();
        return new(_ => numbers.OneIn(oneIn) ? numbers.Pick(pool) : null);
    }

    /// <summary>Passes one point.</summary>
    internal FaultKind? Next()
    {
        lock (_gate)
        {
            var fault = _decide(++_points);
            _strikes += fault is null ? 0 : 1;
            return fault;
        }
    }
}
