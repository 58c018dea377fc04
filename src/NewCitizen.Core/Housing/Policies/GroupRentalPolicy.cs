namespace NewCitizen.Housing.Policies;

/// <summary>From what size a house counts as group rental, and what it must then do (群租门槛). Any threshold reached counts; null is no threshold of that kind.</summary>
/// <param name="Rooms">Let rooms, 1 to 10,000.</param>
/// <param name="People">People living there, 1 to 100,000.</param>
/// <param name="Beds">Beds, 1 to 100,000.</param>
/// <param name="Duties">The duties that follow.</param>
/// <param name="NoDormitoryInCompound">Whether residential compounds may hold no dormitories.</param>
public sealed record GroupRentalPolicy(int? Rooms, int? People, int? Beds, IReadOnlyList<GroupRentalDuty> Duties, bool NoDormitoryInCompound = false)
{
    /// <summary>Whether any threshold is known to be reached.</summary>
    public bool IsReachedBy(int? rooms, int? people, int? beds) => rooms >= Rooms || people >= People || beds >= Beds;

    /// <summary>Whether what is known says that none is reached.</summary>
    internal bool IsMissedBy(int? rooms, int? people, int? beds) =>
        (Rooms is null || rooms < Rooms) && (People is null || people < People) && (Beds is null || beds < Beds);
}
