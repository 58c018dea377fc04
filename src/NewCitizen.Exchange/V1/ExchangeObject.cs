using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewCitizen.Exchange.V1;

/// <summary>Base of every object on the wire (交换对象). Members a newer version added are kept and written again, never dropped.</summary>
public abstract record ExchangeObject
{
    /// <summary>Members this version does not know; null if there are none. May be personal: treat it as such.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Overflow { get; set; }

    /// <summary>The type only: everything in it may be personal.</summary>
    public sealed override string ToString() => GetType().Name;
}
