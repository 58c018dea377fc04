using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Appointments;

/// <summary>Identifies somebody who waits for a place (候补编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct WaitlistEntryId(Guid Value) : IParsable<WaitlistEntryId>, IComparable<WaitlistEntryId>
{
    /// <summary>A new id.</summary>
    public static WaitlistEntryId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static WaitlistEntryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WaitlistEntryId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(WaitlistEntryId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
