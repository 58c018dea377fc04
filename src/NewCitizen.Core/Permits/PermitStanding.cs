using System.Globalization;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>How a permit stands on a day (居住证现状): worked out from its events and the day, never stored as a promise.</summary>
public sealed record PermitStanding
{
    internal PermitStanding(LocalDate on) => On = on;

    /// <summary>The day it is true for, in Asia/Shanghai.</summary>
    public LocalDate On { get; internal init; }

    /// <summary>The state; null if nobody has applied.</summary>
    public PermitState? State { get; internal init; }

    /// <summary>Day of the application.</summary>
    public LocalDate? AppliedOn { get; internal init; }

    /// <summary>Day of acceptance: the limit counts from here.</summary>
    public LocalDate? AcceptedOn { get; internal init; }

    /// <summary>Day the accepting unit signed off; null where there is no such stage.</summary>
    public LocalDate? SignedOffOn { get; internal init; }

    /// <summary>Whether the limit was extended as a special case.</summary>
    public bool IsExtended { get; internal init; }

    /// <summary>Day of issue.</summary>
    public LocalDate? IssuedOn { get; internal init; }

    /// <summary>
    /// Day from which the years of residence count without a break (居住年限连续计算之日): the day of issue, or the one stated with it; after a late
    /// endorsement, its day.
    /// </summary>
    public LocalDate? ContinuousSince { get; internal init; }

    /// <summary>How many of those years the permit covers: the functions are in force to the end of the last of them.</summary>
    public int CoveredYears { get; internal init; }

    /// <summary>Last day of the functions unless it is endorsed; null before issue and after cancellation.</summary>
    public LocalDate? ActiveThrough => ContinuousSince is { } from && PermitFlow.IsIssued(State) ? EndorsementWindow.YearEnd(from, CoveredYears) : null;

    /// <summary>The window of the next endorsement in time; null while suspended, before issue and after cancellation.</summary>
    public EndorsementWindow? NextWindow => State == PermitState.Active && ActiveThrough is { } last ? EndorsementWindow.Ending(last) : null;

    /// <summary>First day of the suspension; null while not suspended.</summary>
    public LocalDate? SuspendedSince => State == PermitState.Suspended ? ActiveThrough?.PlusDays(1) : null;

    /// <summary>Full years of continuous residence under the permit (满年数); those of a suspended permit stop where it was suspended.</summary>
    public int FullYears
    {
        get
        {
            if (ContinuousSince is not { } from)
            {
                return 0;
            }

            var full = 0;
            while (full < CoveredYears && EndorsementWindow.YearEnd(from, full + 1) <= (EndedOn ?? On))
            {
                full++;
            }

            return full;
        }
    }

    /// <summary>How many endorsements were late, each of which began the count anew.</summary>
    public int LateEndorsements { get; internal init; }

    /// <summary>The card.</summary>
    public PermitCardState Card { get; internal init; }

    /// <summary>Whether the holder lives elsewhere now (已离开).</summary>
    public bool IsAway { get; internal init; }

    /// <summary>Day it ended: cancelled, refused, not accepted or taken back.</summary>
    public LocalDate? EndedOn { get; internal init; }

    /// <summary>State and day.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{State} on {On:uuuu-MM-dd}");
}
