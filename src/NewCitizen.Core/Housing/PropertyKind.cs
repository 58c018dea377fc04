namespace NewCitizen.Housing;

/// <summary>What kind of home is let (出租房屋类别).</summary>
public enum PropertyKind
{
    /// <summary>A flat or house (住宅).</summary>
    Dwelling,

    /// <summary>A blue-collar apartment (蓝领公寓) with rooms and beds, often let to employers in blocks.</summary>
    BlueCollarApartment,

    /// <summary>A dormitory on an employer's ground (单位宿舍).</summary>
    Dormitory,

    /// <summary>Anything else that is let for living.</summary>
    Other,
}
