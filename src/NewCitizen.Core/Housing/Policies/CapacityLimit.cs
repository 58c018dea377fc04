namespace NewCitizen.Housing.Policies;

/// <summary>What decides how many may live in a room (限额依据).</summary>
public enum CapacityLimit
{
    /// <summary>Nothing known limits it (没有依据).</summary>
    None,

    /// <summary>The landlord's or office's own number (自定).</summary>
    Stated,

    /// <summary>The number of beds (床位).</summary>
    Beds,

    /// <summary>Area divided by the city's least area a person (面积).</summary>
    Area,

    /// <summary>The city's most people a room (每间人数上限).</summary>
    RoomMaximum,
}
