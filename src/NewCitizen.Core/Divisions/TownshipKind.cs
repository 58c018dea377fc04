namespace NewCitizen.Divisions;

/// <summary>What digits 7 to 9 of a code say (GB/T 10114-2003).</summary>
public enum TownshipKind
{
    /// <summary>街道, 001–099.</summary>
    Subdistrict,

    /// <summary>镇, 100–199.</summary>
    Town,

    /// <summary>乡, 200–399.</summary>
    Township,

    /// <summary>政企合一的单位: development zones, farms and the like, 400–599.</summary>
    SpecialUnit,
}
