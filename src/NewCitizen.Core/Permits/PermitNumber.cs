using System.Diagnostics.CodeAnalysis;
using NewCitizen.Appointments;
using NewCitizen.Errors;

namespace NewCitizen.Permits;

/// <summary>
/// The number an applicant follows an application by (受理编号): nine characters, random and with a check, in the form of a booking's number
/// (<see cref="AppointmentNumber"/>). Ours only: the card carries the citizen number and no number of its own (第四条), and no official format is imitated.
/// </summary>
public readonly record struct PermitNumber : IParsable<PermitNumber>
{
    private readonly AppointmentNumber _value;

    private PermitNumber(AppointmentNumber value) => _value = value;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>A new random number; that it is not taken, the store sees to.</summary>
    public static PermitNumber New() => new(AppointmentNumber.New());

    /// <summary>Reads a number as people type it: in any case, with or without hyphens and spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">NC2887 if it cannot be one.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out PermitNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        var valid = AppointmentNumber.TryParse(text, out var value, out _);
        number = new(value);
        error = valid ? null : PermitErrors.NumberInvalid;
        return valid;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PermitNumber result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static PermitNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var number, out _) ? number : throw new FormatException("Not a permit's number.");

    /// <summary>The nine characters, as stored.</summary>
    public string ToCompactString() => _value.ToCompactString();

    /// <summary>In groups of three, to be read aloud.</summary>
    public override string ToString() => _value.ToString();
}
