using NewCitizen.Hosting;
using NewCitizen.Queues;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>A day of a hall to play.</summary>
public sealed record HallSimulationOptions
{
    /// <summary>How many people come, walk-ins and booked together, from 1.</summary>
    public required int People { get; init; }

    /// <summary>Seed: the same options give the same day.</summary>
    public required long Seed { get; init; }

    /// <summary>Windows; null: as many as the people of such a day need.</summary>
    public int? Windows { get; init; }

    /// <summary>What kind of day.</summary>
    public HallDayKind Kind { get; init; } = HallDayKind.Usual;

    /// <summary>Which day; a workday.</summary>
    public LocalDate Day { get; init; } = new(2026, 11, 23);

    /// <summary>Share of the people who have booked, 0 to 1.</summary>
    public double BookedShare { get; init; } = 0.35;

    /// <summary>Share of the booked who never come, 0 to 1.</summary>
    public double MissedShare { get; init; } = 0.12;

    /// <summary>Share of those called who are gone, 0 to 1.</summary>
    public double GoneShare { get; init; } = 0.02;

    /// <summary>Share of people of a priority class, 0 to 1.</summary>
    public double PriorityShare { get; init; } = 0.06;

    /// <summary>The numbers of the calling order.</summary>
    public CallingRules Rules { get; init; } = new(10, Duration.FromMinutes(40), Duration.FromMinutes(5));

    /// <summary>Of how many people one is asked for an estimate when the ticket is taken; 0 for none.</summary>
    public int EstimateEvery { get; init; } = 1;

    /// <summary>Chooses the store; null for one in memory.</summary>
    public Action<NewCitizenBuilder>? Store { get; init; }
}
