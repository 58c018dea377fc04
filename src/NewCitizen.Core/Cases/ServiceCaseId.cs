using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Cases;

/// <summary>Identifies a case (办件标识); people see its number.</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct ServiceCaseId(Guid Value) : IParsable<ServiceCaseId>, IComparable<ServiceCaseId>
{
    /// <summary>A new id.</summary>
    public static ServiceCaseId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static ServiceCaseId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ServiceCaseId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ServiceCaseId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
