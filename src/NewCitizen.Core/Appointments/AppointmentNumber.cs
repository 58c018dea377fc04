using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NewCitizen.Errors;

namespace NewCitizen.Appointments;

/// <summary>
/// The number a person is given for a booking (预约号): eight random characters and a check character of an alphabet without 0, O, 1 and I,
/// shown as <c>K7M-2QX-9FA</c>. 40 bits: nobody finds one by trying, and the last four characters of the identity number are asked besides.
/// </summary>
/// <remarks>
/// The check is linear over GF(32) with a different weight at each place: one wrong character and two exchanged ones are always noticed.
/// </remarks>
public readonly record struct AppointmentNumber : IParsable<AppointmentNumber>
{
    /// <summary>Characters without hyphens.</summary>
    public const int Length = 9;

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly string? _value;

    private AppointmentNumber(string value) => _value = value;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _value is not null;

    /// <summary>A new random number; that it is not taken, the store sees to.</summary>
    public static AppointmentNumber New()
    {
        Span<char> text = stackalloc char[Length];
        Span<byte> random = stackalloc byte[Length - 1];
        RandomNumberGenerator.Fill(random);
        var sum = 0;
        for (var i = 0; i < random.Length; i++)
        {
            var digit = random[i] & 31;
            text[i] = Alphabet[digit];
            sum = Twice(sum ^ digit);
        }

        text[^1] = Alphabet[sum];
        return new(new string(text));
    }

    /// <summary>Reads a number as people type it: in any case, with or without hyphens and spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">NC2302 if it cannot be one.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out AppointmentNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        Span<char> read = stackalloc char[Length];
        var count = 0;
        var sum = 0;
        foreach (var typed in text)
        {
            if (typed is '-' or ' ')
            {
                continue;
            }

            var digit = count < Length ? Alphabet.IndexOf(char.ToUpperInvariant(typed), StringComparison.Ordinal) : -1;
            if (digit < 0)
            {
                count = -1;
                break;
            }

            read[count++] = Alphabet[digit];
            sum = count < Length ? Twice(sum ^ digit) : sum ^ digit;
        }

        var valid = count == Length && sum == 0;
        number = valid ? new(new string(read)) : default;
        error = valid ? null : AppointmentErrors.NumberInvalid;
        return valid;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppointmentNumber result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static AppointmentNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var number, out _) ? number : throw new FormatException("Not an appointment number.");

    /// <summary>The nine characters, as stored.</summary>
    public string ToCompactString() => _value ?? string.Empty;

    /// <summary>In groups of three, to be read aloud.</summary>
    public override string ToString() => _value is null ? string.Empty : $"{_value.AsSpan(0, 3)}-{_value.AsSpan(3, 3)}-{_value.AsSpan(6, 3)}";

    // Times alpha in GF(32), modulo x^5 + x^2 + 1.
    private static int Twice(int element) => (element & 16) == 0 ? element << 1 : (element << 1) ^ 0b100101;
}
