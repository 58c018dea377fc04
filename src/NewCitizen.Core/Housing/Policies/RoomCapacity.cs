using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Housing.Policies;

/// <summary>How many may live in a room: the smallest of beds, area and most people a room (核定人数). Where two are equal the stricter kind is named: the city's before the landlord's.</summary>
/// <param name="People">The number; null where nothing limits it. 0: nobody may live there.</param>
/// <param name="DecidedBy">What decided.</param>
public sealed record RoomCapacity(int? People, CapacityLimit DecidedBy)
{
    /// <summary>Nothing limits it.</summary>
    public static RoomCapacity Unlimited { get; } = new(null, CapacityLimit.None);

    /// <summary>Works it out.</summary>
    /// <param name="policies">The cities' standards.</param>
    /// <param name="place">Division of the home; null when not known.</param>
    /// <param name="day">The day asked about, Asia/Shanghai.</param>
    /// <param name="usableArea">Usable area in m²; null when not measured: area then does not count.</param>
    /// <param name="beds">Beds; 0 when let as a whole.</param>
    /// <param name="stated">The landlord's or office's own number; null for none.</param>
    /// <param name="oneFamily">Whether all are one family.</param>
    public static RoomCapacity Of(OccupancyPolicies policies, DivisionCode? place, LocalDate day, decimal? usableArea, int beds, int? stated, bool oneFamily)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var capacity = stated is { } own ? new RoomCapacity(own, CapacityLimit.Stated) : Unlimited;
        if (beds > 0)
        {
            capacity = capacity.And(beds, CapacityLimit.Beds);
        }

        // Usable area is the smaller of the two kinds; against a standard of floor area it would refuse too many.
        if (usableArea is { } area && policies.Nearest(place, day, policy => policy.AreaPerPerson is not null) is { AreaKind: AreaKind.Usable, AreaPerPerson: { } least })
        {
            capacity = capacity.And((int)Math.Floor(area / least), CapacityLimit.Area);
        }

        if (policies.Nearest(place, day, policy => policy.PeoplePerRoom is not null) is { PeoplePerRoom: { } most } limit && !(oneFamily && limit.FamilyExempt))
        {
            capacity = capacity.And(most, CapacityLimit.RoomMaximum);
        }

        return capacity;
    }

    private RoomCapacity And(int people, CapacityLimit by) => People is null || people <= People ? new(people, by) : this;
}
