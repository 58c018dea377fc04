using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Housing;

/// <summary>Identifies a rental property (出租房屋编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct RentalPropertyId(Guid Value) : IParsable<RentalPropertyId>, IComparable<RentalPropertyId>
{
    /// <summary>A new id.</summary>
    public static RentalPropertyId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static RentalPropertyId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RentalPropertyId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(RentalPropertyId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
