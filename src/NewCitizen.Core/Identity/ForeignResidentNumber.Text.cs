using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

public readonly partial record struct ForeignResidentNumber
    : IComparable<ForeignResidentNumber>, ISpanParsable<ForeignResidentNumber>, IUtf8SpanParsable<ForeignResidentNumber>, ISpanFormattable, IUtf8SpanFormattable, INumberText<ForeignResidentNumber>
{
    /// <summary>Reads a foreign permanent resident number of either form, saying why not.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ForeignResidentNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(text, out number, out error);

    /// <summary>Reads a foreign permanent resident number of either form from UTF-8, saying why not.</summary>
    /// <param name="utf8Text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ForeignResidentNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(utf8Text, out number, out error);

    /// <summary>Reads a foreign permanent resident number of either form.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <exception cref="FormatException">The text is none; the inner exception carries the code, neither carries the text.</exception>
    public static ForeignResidentNumber Parse(ReadOnlySpan<char> text) => NumberText.Parse<ForeignResidentNumber, char>(text);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static ForeignResidentNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberText.Parse<ForeignResidentNumber, char>(text);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ForeignResidentNumber result) => NumberText.Read<ForeignResidentNumber, char>(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ForeignResidentNumber result) => NumberText.Read(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ForeignResidentNumber result) => NumberText.Read(utf8Text, out result, out _);

    /// <summary>The number without its birth date, such as <c>911124********0024</c>; empty for <see langword="default"/>.</summary>
    public override string ToString() => ToString(format: null);

    /// <summary>The text in a format: <c>F</c> in full, which is a disclosure; <c>M</c> masked; none or <c>G</c> as <see cref="ToString()"/>.</summary>
    /// <exception cref="FormatException">No such format.</exception>
    public string ToString(string? format) => NumberText.ToString(this, format);

    static ForeignResidentNumber IParsable<ForeignResidentNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ForeignResidentNumber ISpanParsable<ForeignResidentNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static ForeignResidentNumber IUtf8SpanParsable<ForeignResidentNumber>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => NumberText.Parse<ForeignResidentNumber, byte>(utf8Text);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, utf8Destination, out bytesWritten, format);
}
