using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.Divisions;

/// <summary>
/// A six-digit division code of GB/T 2260 (行政区划代码): two digits province, two prefecture, two county. The form is checked,
/// not whether a division has it: abolished and unknown codes are legal values for ever. <see langword="default"/> is no code.
/// </summary>
public readonly record struct DivisionCode : IComparable<DivisionCode>, ISpanParsable<DivisionCode>, IUtf8SpanParsable<DivisionCode>
{
    private const int Length = 6;

    // Bit n stands for the province code made of tens and n. 83 is a prefix of the Taiwan residents' permit, not a province code.
    private static ReadOnlySpan<ushort> ProvinceBits =>
    [
        0, 0b11_1110, 0b1110, 0b1111_1110, 0b111_1110, 0b1_1111, 0b11_1110, 0b10, 0b110, 0,
    ];

    private DivisionCode(int value) => Value = value;

    /// <summary>The code as a number, 110000 to 829999; 0 for <see langword="default"/>.</summary>
    public int Value { get; }

    /// <summary>The level the digits speak of.</summary>
    public DivisionLevel Level => Value % 10_000 == 0 ? DivisionLevel.Province : Value % 100 == 0 ? DivisionLevel.Prefecture : DivisionLevel.County;

    /// <summary>The province-level code above it, or itself (省级).</summary>
    public DivisionCode Province => new(Value / 10_000 * 10_000);

    /// <summary>The prefecture-level code above it, or itself (地级); the province where no prefecture stands between.</summary>
    public DivisionCode Prefecture => new(Value / 100 * 100);

    /// <summary>The code one level up; <see langword="null"/> for a province.</summary>
    public DivisionCode? Parent => Level == DivisionLevel.Province ? null : Level == DivisionLevel.County ? Prefecture : Province;

    /// <summary>Whether two digits are one of the 34 province-level codes of GB/T 2260-2007.</summary>
    public static bool IsProvince(int twoDigits) => (uint)twoDigits < 100 && (ProvinceBits[twoDigits / 10] >> (twoDigits % 10) & 1) != 0;

    /// <summary>Makes a code from its number.</summary>
    public static bool TryFromNumber(int number, out DivisionCode code)
    {
        var valid = number is >= 110_000 and <= 829_999 && IsProvince(number / 10_000);
        code = valid ? new DivisionCode(number) : default;
        return valid;
    }

    /// <summary>Reads six ASCII digits and says why not. Allocates nothing.</summary>
    /// <param name="text">The code alone, without blanks.</param>
    /// <param name="code">The code read.</param>
    /// <param name="error">Empty, length, character or province.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DivisionCode code, [NotNullWhen(false)] out ErrorCode? error)
    {
        code = default;
        error = text.IsEmpty ? DivisionErrors.Empty : text.Length != Length ? DivisionErrors.Length : null;
        var value = 0;
        for (var i = 0; error is null && i < Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                error = DivisionErrors.Character;
            }

            value = (value * 10) + (text[i] - '0');
        }

        if (error is null && !TryFromNumber(value, out code))
        {
            error = DivisionErrors.Province;
        }

        return error is null;
    }

    /// <summary>Reads a code without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code) => TryParse(text.AsSpan(), out code, out _);

    /// <summary>Reads six ASCII digits in UTF-8 without throwing. Allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DivisionCode code)
    {
        Span<char> chars = stackalloc char[Length];
        code = default;
        if (utf8Text.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            chars[i] = (char)utf8Text[i];
        }

        return TryParse(chars, out code, out _);
    }

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">The text is not a division code; the message holds the error code.</exception>
    public static DivisionCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var error) ? code : throw new FormatException($"{error.Value}: {error.English}");

    // Culture means nothing to a code, so the forms that take one are there for generic callers only.
    static DivisionCode IParsable<DivisionCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static DivisionCode ISpanParsable<DivisionCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static DivisionCode IUtf8SpanParsable<DivisionCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParse(utf8Text, out var code) ? code : throw new FormatException("Not a division code.");

    static bool IParsable<DivisionCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DivisionCode result) => TryParse(s, out result);

    static bool ISpanParsable<DivisionCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DivisionCode result) => TryParse(s, out result, out _);

    static bool IUtf8SpanParsable<DivisionCode>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DivisionCode result) => TryParse(utf8Text, out result);

    /// <summary>Order of the digits.</summary>
    public int CompareTo(DivisionCode other) => Value.CompareTo(other.Value);

    /// <summary>The six digits; <c>000000</c> for <see langword="default"/>.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Writes the six digits. Allocates nothing.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        Value.TryFormat(destination, out charsWritten, "D6", CultureInfo.InvariantCulture);
}
