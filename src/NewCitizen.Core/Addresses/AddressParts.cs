namespace NewCitizen.Addresses;

/// <summary>Parts of an address (地址要素), each as printed on the plate; null where not given.</summary>
/// <param name="Street">Street and number (路街巷、门牌号).</param>
/// <param name="Estate">Estate, apartment compound or village (小区、公寓).</param>
/// <param name="Building">Building (楼栋).</param>
/// <param name="Unit">Entrance (单元).</param>
/// <param name="Room">Room (室).</param>
public sealed record AddressParts(string? Street = null, string? Estate = null, string? Building = null, string? Unit = null, string? Room = null)
{
    /// <summary>Nothing is known apart from the text.</summary>
    public static AddressParts None { get; } = new();

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => nameof(AddressParts);
}
