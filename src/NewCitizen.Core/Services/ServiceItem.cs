using NewCitizen.Calendars;
using NewCitizen.Storage;

namespace NewCitizen.Services;

/// <summary>Something an office does for people (事项): what it asks for, how long it may take, where it is done.</summary>
public sealed record ServiceItem
{
    /// <summary>Identifies the item.</summary>
    public required ServiceItemId Id { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>Short code in the agency, unique: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c> (事项编码). Not the national 31-character code.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Chinese, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Name in English; null when there is none.</summary>
    public string? EnglishName { get; init; }

    /// <summary>Papers it asks for.</summary>
    public IReadOnlyList<ServiceMaterial> Materials { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<LegalBasis> Basis { get; init; } = [];

    /// <summary>Limit the law sets (法定时限): <see cref="WorkingDays"/>, <see cref="CalendarDays"/> or <see cref="CalendarMonths"/>; null when not configured.</summary>
    public ITimeLimit? StatutoryLimit { get; init; }

    /// <summary>Limit the office promises (承诺时限), as above; null when not configured.</summary>
    public ITimeLimit? PromisedLimit { get; init; }

    /// <summary>Where it can be asked for.</summary>
    public ServiceChannels Channels { get; init; } = ServiceChannels.Window;

    /// <summary>Fee in yuan, from 0; null when not configured. 0 is free.</summary>
    public decimal? FeeYuan { get; init; }

    /// <summary>How many slots in a row a booking of it takes, 1 to 12.</summary>
    public int SlotsInARow { get; init; } = 1;

    /// <summary>Whether it is offered at all.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
