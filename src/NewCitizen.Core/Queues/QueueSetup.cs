using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>
/// How a centre runs its lines (排队规则). One record a centre; without it no ticket is given: the numbers are the city's to set, and the three
/// that decide who goes first have no default.
/// </summary>
public sealed record QueueSetup
{
    /// <summary>The centre.</summary>
    public required ServiceCentreId Centre { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>Lines, 1 to 50.</summary>
    public required IReadOnlyList<QueueGroup> Groups { get; init; }

    /// <summary>How many people may at most be called before a walk-in who came earlier (插队上限), 0 to 100; see <see cref="CallingOrder"/>.</summary>
    public required int MostOvertakes { get; init; }

    /// <summary>Wait after which a walk-in goes before everybody who has not waited as long (最长等候), 1 minute to 8 hours.</summary>
    public required Duration LongestWait { get; init; }

    /// <summary>How long before the booked time somebody who is there may be called before walk-ins, 0 to 2 hours.</summary>
    public Duration EarlyCall { get; init; } = Duration.Zero;

    /// <summary>People who go before others; empty for none.</summary>
    public IReadOnlyList<PriorityClass> PriorityClasses { get; init; } = [];

    /// <summary>How long after the last call somebody who does not come may be set down as a no-show, 0 to 60 minutes; null: not configured, the clerk decides.</summary>
    public Duration? NoShowAfter { get; init; }

    /// <summary>How often a number may be called again, 0 to 20; null: not limited.</summary>
    public int? MostRecalls { get; init; }

    /// <summary>How long before the doors open tickets are given, 0 to 4 hours.</summary>
    public Duration TicketsBefore { get; init; } = Duration.Zero;

    /// <summary>How long before closing the last ticket is given, 0 to 4 hours.</summary>
    public Duration LastTicketBefore { get; init; } = Duration.Zero;

    /// <summary>The line of an item; null if it has none.</summary>
    public QueueGroup? GroupOf(ServiceItemId item) => Groups.FirstOrDefault(group => group.Items.Contains(item));

    /// <summary>The line with a prefix; null if there is none.</summary>
    public QueueGroup? FindGroup(string prefix) => Groups.FirstOrDefault(group => string.Equals(group.Prefix, prefix, StringComparison.Ordinal));

    /// <summary>The priority class with a code; null if there is none.</summary>
    public PriorityClass? FindPriority(string code) => PriorityClasses.FirstOrDefault(priority => string.Equals(priority.Code, code, StringComparison.Ordinal));

    /// <summary>The three numbers that decide who goes first.</summary>
    public CallingRules Rules => new(MostOvertakes, LongestWait, EarlyCall);
}
