using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Residents;

/// <summary>Identifies a resident's file (新市民档案号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct ResidentId(Guid Value) : IParsable<ResidentId>, IComparable<ResidentId>
{
    /// <summary>A new id.</summary>
    public static ResidentId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static ResidentId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResidentId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ResidentId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
