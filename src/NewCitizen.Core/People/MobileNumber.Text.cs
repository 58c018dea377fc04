using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;
using NewCitizen.Identity;

namespace NewCitizen.People;

public readonly partial record struct MobileNumber
    : IComparable<MobileNumber>, ISpanParsable<MobileNumber>, IUtf8SpanParsable<MobileNumber>, ISpanFormattable, IUtf8SpanFormattable, INumberText<MobileNumber>
{
    /// <summary>Reads an 11-digit mobile number, saying why not.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out MobileNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(text, out number, out error);

    /// <summary>Reads an 11-digit mobile number from UTF-8, saying why not.</summary>
    /// <param name="utf8Text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out MobileNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(utf8Text, out number, out error);

    /// <summary>Reads an 11-digit mobile number.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <exception cref="FormatException">The text is none; the inner exception carries the code, neither carries the text.</exception>
    public static MobileNumber Parse(ReadOnlySpan<char> text) => NumberText.Parse<MobileNumber, char>(text);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static MobileNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberText.Parse<MobileNumber, char>(text);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MobileNumber result) => NumberText.Read<MobileNumber, char>(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MobileNumber result) => NumberText.Read(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out MobileNumber result) => NumberText.Read(utf8Text, out result, out _);

    /// <summary>The number without its middle, such as <c>138****1234</c>; empty for <see langword="default"/>.</summary>
    public override string ToString() => ToString(format: null);

    /// <summary>The text in a format: <c>F</c> in full, which is a disclosure; <c>M</c> masked; none or <c>G</c> as <see cref="ToString()"/>.</summary>
    /// <exception cref="FormatException">No such format.</exception>
    public string ToString(string? format) => NumberText.ToString(this, format);

    static MobileNumber IParsable<MobileNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static MobileNumber ISpanParsable<MobileNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static MobileNumber IUtf8SpanParsable<MobileNumber>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => NumberText.Parse<MobileNumber, byte>(utf8Text);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, utf8Destination, out bytesWritten, format);
}
