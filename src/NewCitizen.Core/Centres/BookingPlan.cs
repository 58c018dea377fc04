using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>
/// How a centre gives out appointments for some of its items (放号规则): slots, places and terms. Every number a city sets itself has no
/// default: null means "not configured", and what depends on it is then not limited or not offered, as its remark says.
/// </summary>
public sealed record BookingPlan
{
    /// <summary>Short code, unique in its centre and kept for ever: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>. Slots are known by it.</summary>
    public required string Code { get; init; }

    /// <summary>Name shown, 1 to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Items that draw on these slots; an item is in one plan of a centre at most.</summary>
    public required IReadOnlyList<ServiceItemId> Items { get; init; }

    /// <summary>Length of a slot in minutes, 5 to 240. Slots begin at the start of each open period; a rest too short for a slot is not used.</summary>
    public required int SlotMinutes { get; init; }

    /// <summary>Places of a slot, 1 to 500; null: as many as windows that handle one of the items are staffed then.</summary>
    public int? PlacesPerSlot { get; init; }

    /// <summary>Places kept for classes of people; together no more than the places of a slot.</summary>
    public IReadOnlyList<SlotQuota> Quotas { get; init; } = [];

    /// <summary>Most places of a slot single items may take.</summary>
    public IReadOnlyList<ItemPlaces> ItemLimits { get; init; } = [];

    /// <summary>Days of the week on which the plan gives out slots within the centre's hours; empty for every day it is open.</summary>
    public IReadOnlyList<IsoDayOfWeek> OnlyOn { get; init; } = [];

    /// <summary>Soonest slot that can be booked: at least this long ahead (最早提前); zero for until its start.</summary>
    public Duration SoonestAhead { get; init; } = Duration.Zero;

    /// <summary>Last day that can be booked: <see cref="WorkingDays"/> or <see cref="CalendarDays"/> from today (最远可约); null: booking is not open yet (not configured).</summary>
    public ITimeLimit? FarthestAhead { get; init; }

    /// <summary>Until how long before its start a booking can be changed or cancelled by the person (取消截止); zero for until its start.</summary>
    public Duration CancelCutOff { get; init; } = Duration.Zero;

    /// <summary>How long a place is held while somebody fills in the form, 1 to 60 minutes.</summary>
    public Duration Hold { get; init; } = Duration.FromMinutes(10);

    /// <summary>How long a place that became free is offered to the next in line, 1 minute to 24 hours; null: no waiting list.</summary>
    public Duration? Offer { get; init; }

    /// <summary>How long before the start the reminder goes out; null: none.</summary>
    public Duration? RemindAhead { get; init; }

    /// <summary>How late somebody may come and still keep the turn of the booking (迟到宽限).</summary>
    public Duration Grace { get; init; } = Duration.Zero;

    /// <summary>Most open bookings of one person on one day in this plan; null: not limited.</summary>
    public int? PerPersonPerDay { get; init; }

    /// <summary>Most open bookings of one person in this plan on all days to come; null: not limited.</summary>
    public int? PerPersonOpen { get; init; }

    /// <summary>The quota class with a code; null if there is none.</summary>
    public SlotQuota? FindQuota(string code) => Quotas.FirstOrDefault(quota => string.Equals(quota.Code, code, StringComparison.Ordinal));
}
