using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Permits;

/// <summary>Identifies a residence permit, from its application on (居住证标识).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct ResidencePermitId(Guid Value) : IParsable<ResidencePermitId>, IComparable<ResidencePermitId>
{
    /// <summary>A new id.</summary>
    public static ResidencePermitId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static ResidencePermitId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResidencePermitId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ResidencePermitId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
