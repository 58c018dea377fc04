using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Residents;

/// <summary>Identifies one residence registration (居住登记号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct ResidenceRegistrationId(Guid Value) : IParsable<ResidenceRegistrationId>, IComparable<ResidenceRegistrationId>
{
    /// <summary>A new id.</summary>
    public static ResidenceRegistrationId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static ResidenceRegistrationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResidenceRegistrationId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ResidenceRegistrationId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
