using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Plates;

/// <summary>Identifies the record of a door plate (二维码门牌记录编号); the plate itself carries its <see cref="PlateCode"/>.</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct DoorPlateId(Guid Value) : IParsable<DoorPlateId>, IComparable<DoorPlateId>
{
    /// <summary>A new id.</summary>
    public static DoorPlateId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static DoorPlateId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DoorPlateId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(DoorPlateId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
