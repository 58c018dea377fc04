namespace NewCitizen.Exchange.V1;

/// <summary>Parts of an address (地址要素), each as printed on the plate, 1 to 100 characters; null where not given.</summary>
public sealed record RegisteredAddressParts : ExchangeObject
{
    /// <summary>Street and number (路街巷、门牌号).</summary>
    public string? Street { get; init; }

    /// <summary>Estate, compound or village (小区、公寓).</summary>
    public string? Estate { get; init; }

    /// <summary>Building (楼栋).</summary>
    public string? Building { get; init; }

    /// <summary>Entrance (单元).</summary>
    public string? Unit { get; init; }

    /// <summary>Room (室).</summary>
    public string? Room { get; init; }
}
