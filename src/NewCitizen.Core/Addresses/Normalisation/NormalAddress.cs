namespace NewCitizen.Addresses.Normalisation;

/// <summary>
/// An address taken apart and written one way (规范化地址): Arabic numerals, plain characters, one word for each level. Null where not given. Built by
/// <see cref="AddressParser"/>.
/// </summary>
public sealed record NormalAddress
{
    /// <summary>Province-level name without 省 or 市.</summary>
    public string? Province { get; init; }

    /// <summary>City name without 市.</summary>
    public string? City { get; init; }

    /// <summary>County-level name.</summary>
    public string? District { get; init; }

    /// <summary>Zones that are no divisions (功能区), by their key, such as TEDA.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Part of a zone (片区), such as 西区.</summary>
    public string? Quarter { get; init; }

    /// <summary>Street, numerals Arabic and without 第, such as 3大街.</summary>
    public string? Street { get; init; }

    /// <summary>Number on the street with its additions, such as 16, 12-1 or 甲5.</summary>
    public string? Number { get; init; }

    /// <summary>Estate, apartment house or village.</summary>
    public string? Estate { get; init; }

    /// <summary>Section of an estate, such as 东区 or 2期.</summary>
    public string? Section { get; init; }

    /// <summary>Building (号楼、栋、幢、座).</summary>
    public string? Building { get; init; }

    /// <summary>Entrance (单元、门).</summary>
    public string? Unit { get; init; }

    /// <summary>Room (室、房、户).</summary>
    public string? Room { get; init; }

    /// <summary>Bed (床).</summary>
    public string? Bed { get; init; }

    /// <summary>Whether the building may be a floor or an entrance instead, as in 3楼301 and 3-201.</summary>
    public bool BuildingIsUncertain { get; init; }

    /// <summary>As parts of a standard address.</summary>
    public AddressParts ToParts() => new(Street is null ? null : Street + (Number is null ? null : Number + "号"), Estate + Section is { Length: > 0 } estate ? estate : null, Building, Unit, Room);

    /// <summary>Nothing but the type: an address can point to a person.</summary>
    public override string ToString() => nameof(NormalAddress);
}
