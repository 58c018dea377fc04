namespace NewCitizen.Addresses.Normalisation;

/// <summary>
/// Says whether two addresses name one place (地址比对). What both state must agree; what one leaves out must not matter: the division may be missing,
/// the building may not. A doubt is an answer of its own.
/// </summary>
public static class AddressComparer
{
    private static readonly string[] s_generic = ["小区", "社区", "院"];

    /// <summary>Compares two texts.</summary>
    public static AddressComparison Compare(string one, string other) => Compare(AddressParser.Parse(one), AddressParser.Parse(other));

    /// <summary>Compares two addresses that were taken apart.</summary>
    public static AddressComparison Compare(NormalAddress one, NormalAddress other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var estates = SameEstate(one.Estate, other.Estate);
        return Conflict(one, other, estates) ?? Depth(one, other) ?? Doubt(one, other, estates)
            ?? AddressComparison.Same(partial: one.Street is null != other.Street is null || one.Estate is null != other.Estate is null || one.District != other.District);
    }

    // What both state and state differently.
    private static AddressComparison? Conflict(NormalAddress one, NormalAddress other, bool? estates)
    {
        if (Differ(one.Province, other.Province) || Differ(one.City, other.City) || Differ(one.District, other.District) || Apart(one, other))
        {
            return AddressComparison.Different("division", "行政区划或功能区");
        }

        if (Differ(one.Quarter, other.Quarter))
        {
            return AddressComparison.Different("quarter", "片区");
        }

        if (Differ(one.Street, other.Street))
        {
            return AddressComparison.Different("street", "道路");
        }

        if (Differ(one.Number, other.Number))
        {
            return AddressComparison.Different("number", "门牌号");
        }

        if (estates == false)
        {
            return AddressComparison.Different("estate", "小区或公寓");
        }

        if (Differ(one.Section, other.Section))
        {
            return AddressComparison.Different("section", "分区或期数");
        }

        if (Differ(one.Bed, other.Bed))
        {
            return AddressComparison.Different("bed", "床位");
        }

        if (Differ(one.Room, other.Room))
        {
            return AddressComparison.Different("room", "房间");
        }

        if (Differ(one.Building, other.Building) && !MayBeEntrance(one, other) && !MayBeEntrance(other, one))
        {
            return AddressComparison.Different("building", "楼栋");
        }

        return Differ(one.Unit, other.Unit) ? AddressComparison.Different("entrance", "单元") : null;
    }

    // One goes further down than the other: a part is not the whole.
    private static AddressComparison? Depth(NormalAddress one, NormalAddress other) =>
        one.Bed is null != other.Bed is null ? AddressComparison.Deeper("bed", "床位")
        : one.Room is null != other.Room is null ? AddressComparison.Deeper("room", "房间")
        : one.Room is not null ? null
        : one.Unit is null != other.Unit is null ? AddressComparison.Deeper("entrance", "单元")
        : one.Unit is null && one.Building is null != other.Building is null ? AddressComparison.Deeper("building", "楼栋")
        : null;

    private static AddressComparison? Doubt(NormalAddress one, NormalAddress other, bool? estates)
    {
        var byNumber = one.Street is not null && one.Street == other.Street && one.Number is not null && one.Number == other.Number;
        if (estates != true && !byNumber)
        {
            return AddressComparison.Unsure("number", "门牌号或小区");
        }

        if (one.Section != other.Section)
        {
            return AddressComparison.Unsure("section", "分区或期数");
        }

        if (one.Building != other.Building)
        {
            return AddressComparison.Unsure("building", "楼栋");
        }

        if (one.Unit != other.Unit)
        {
            return AddressComparison.Unsure("entrance", "单元");
        }

        // 3楼301 may be the third floor. 3-201 beside 3号楼201 is read as people mean it.
        return (one.BuildingIsUncertain || other.BuildingIsUncertain) && one.Room is { } room && one.Building is { } building && room.StartsWith(building, StringComparison.Ordinal) && room.Length == building.Length + 2
            && one.BuildingIsUncertain != other.BuildingIsUncertain
            ? AddressComparison.Unsure("building", "楼栋")
            : null;
    }

    // In 3-201 the 3 may be an entrance; a text that names the entrance does not contradict it.
    private static bool MayBeEntrance(NormalAddress uncertain, NormalAddress stated) =>
        uncertain is { BuildingIsUncertain: true, Unit: null } && stated.Unit == uncertain.Building;

    private static bool? SameEstate(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return null;
        }

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter == longer || (longer.StartsWith(shorter, StringComparison.Ordinal) && s_generic.Contains(longer[shorter.Length..], StringComparer.Ordinal));
    }

    private static bool Apart(NormalAddress one, NormalAddress other) =>
        one.Zones.Count > 0 && other.Zones.Count > 0 && !one.Zones.Any(zone => other.Zones.Any(candidate => candidate == zone || AddressVocabulary.Default.Overlaps[zone].Contains(candidate)));

    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);
}
