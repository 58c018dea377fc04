using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Centres;

/// <summary>Identifies a service centre or station (服务中心编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct ServiceCentreId(Guid Value) : IParsable<ServiceCentreId>, IComparable<ServiceCentreId>
{
    /// <summary>A new id.</summary>
    public static ServiceCentreId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static ServiceCentreId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ServiceCentreId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ServiceCentreId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
