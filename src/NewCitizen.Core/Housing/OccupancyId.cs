using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Housing;

/// <summary>Identifies one stay in a room or bed (入住编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct OccupancyId(Guid Value) : IParsable<OccupancyId>, IComparable<OccupancyId>
{
    /// <summary>A new id.</summary>
    public static OccupancyId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static OccupancyId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OccupancyId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(OccupancyId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
