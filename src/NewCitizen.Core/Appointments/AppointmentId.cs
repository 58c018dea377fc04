using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Appointments;

/// <summary>Identifies an appointment (预约编号). Not shown to people: they have <see cref="AppointmentNumber"/>.</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct AppointmentId(Guid Value) : IParsable<AppointmentId>, IComparable<AppointmentId>
{
    /// <summary>A new id.</summary>
    public static AppointmentId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static AppointmentId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppointmentId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(AppointmentId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
