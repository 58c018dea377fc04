using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Addresses;

/// <summary>Identifies a standard address (标准地址编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct StandardAddressId(Guid Value) : IParsable<StandardAddressId>, IComparable<StandardAddressId>
{
    /// <summary>A new id.</summary>
    public static StandardAddressId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static StandardAddressId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StandardAddressId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(StandardAddressId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
