namespace NewCitizen.Housing.Policies;

/// <summary>Which area a city's standard counts (面积口径).</summary>
public enum AreaKind
{
    /// <summary>Usable area of rooms designed for living (使用面积).</summary>
    Usable,

    /// <summary>Floor area with walls (建筑面积).</summary>
    Floor,
}
