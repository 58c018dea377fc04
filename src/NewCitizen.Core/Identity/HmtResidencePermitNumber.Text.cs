using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

public readonly partial record struct HmtResidencePermitNumber
    : IComparable<HmtResidencePermitNumber>, ISpanParsable<HmtResidencePermitNumber>, IUtf8SpanParsable<HmtResidencePermitNumber>, ISpanFormattable, IUtf8SpanFormattable, INumberText<HmtResidencePermitNumber>
{
    /// <summary>Reads a permit number, saying why not.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out HmtResidencePermitNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(text, out number, out error);

    /// <summary>Reads a permit number from UTF-8, saying why not.</summary>
    /// <param name="utf8Text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out HmtResidencePermitNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(utf8Text, out number, out error);

    /// <summary>Reads a permit number.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <exception cref="FormatException">The text is none; the inner exception carries the code, neither carries the text.</exception>
    public static HmtResidencePermitNumber Parse(ReadOnlySpan<char> text) => NumberText.Parse<HmtResidencePermitNumber, char>(text);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static HmtResidencePermitNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberText.Parse<HmtResidencePermitNumber, char>(text);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HmtResidencePermitNumber result) => NumberText.Read<HmtResidencePermitNumber, char>(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out HmtResidencePermitNumber result) => NumberText.Read(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out HmtResidencePermitNumber result) => NumberText.Read(utf8Text, out result, out _);

    /// <summary>The number without its birth date, such as <c>810000********0021</c>; empty for <see langword="default"/>.</summary>
    public override string ToString() => ToString(format: null);

    /// <summary>The text in a format: <c>F</c> in full, which is a disclosure; <c>M</c> masked; none or <c>G</c> as <see cref="ToString()"/>.</summary>
    /// <exception cref="FormatException">No such format.</exception>
    public string ToString(string? format) => NumberText.ToString(this, format);

    static HmtResidencePermitNumber IParsable<HmtResidencePermitNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static HmtResidencePermitNumber ISpanParsable<HmtResidencePermitNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static HmtResidencePermitNumber IUtf8SpanParsable<HmtResidencePermitNumber>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => NumberText.Parse<HmtResidencePermitNumber, byte>(utf8Text);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, utf8Destination, out bytesWritten, format);
}
