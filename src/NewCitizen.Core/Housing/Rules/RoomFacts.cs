using System.Text.Json;

namespace NewCitizen.Housing.Rules;

/// <summary>What rules of rooms look at (房间事实). Null is not known. No personal values.</summary>
public sealed record RoomFacts
{
    /// <summary>Division code of the home, 6, 9 or 12 digits.</summary>
    public string? Division { get; init; }

    /// <summary>What the room was designed for.</summary>
    public RoomUse? Use { get; init; }

    /// <summary>Whether it is let to be lived in.</summary>
    public bool? LetForLiving { get; init; }

    /// <summary>Whether it is let on its own, not as a part of a whole flat.</summary>
    public bool? LetAlone { get; init; }

    /// <summary>Whether it is a room as designed, not one made by partitions (非隔断间).</summary>
    public bool? OriginalRoom { get; init; }

    /// <summary>Usable area in m² (使用面积).</summary>
    public decimal? AreaSquareMetres { get; init; }

    /// <summary>Floor area in m² (建筑面积).</summary>
    public decimal? FloorAreaSquareMetres { get; init; }

    /// <summary>People who live or shall live in it.</summary>
    public int? People { get; init; }

    /// <summary>Whether all of them are one family (法定赡养、抚养、扶养义务关系).</summary>
    public bool? OneFamily { get; init; }

    /// <summary>Whether it is let bed by bed.</summary>
    public bool? BedByBed { get; init; }

    /// <summary>A design norm chosen by name; <c>jgj36-2016</c> is known.</summary>
    public string? DesignProfile { get; init; }

    internal static string Name(RoomUse use) => JsonNamingPolicy.CamelCase.ConvertName(use.ToString());
}
