using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

public readonly partial record struct UnifiedSocialCreditCode
    : IComparable<UnifiedSocialCreditCode>, ISpanParsable<UnifiedSocialCreditCode>, IUtf8SpanParsable<UnifiedSocialCreditCode>, ISpanFormattable, IUtf8SpanFormattable, INumberText<UnifiedSocialCreditCode>
{
    /// <summary>Reads a unified social credit code, saying why not.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(text, out number, out error);

    /// <summary>Reads a unified social credit code from UTF-8, saying why not.</summary>
    /// <param name="utf8Text">Exactly the characters.</param>
    /// <param name="number">What was read.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out UnifiedSocialCreditCode number, [NotNullWhen(false)] out ErrorCode? error) =>
        NumberText.Read(utf8Text, out number, out error);

    /// <summary>Reads a unified social credit code.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <exception cref="FormatException">The text is none; the inner exception carries the code, neither carries the text.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> text) => NumberText.Parse<UnifiedSocialCreditCode, char>(text);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static UnifiedSocialCreditCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberText.Parse<UnifiedSocialCreditCode, char>(text);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => NumberText.Read<UnifiedSocialCreditCode, char>(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => NumberText.Read(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out UnifiedSocialCreditCode result) => NumberText.Read(utf8Text, out result, out _);

    /// <summary>The code in full, for it is public; empty for <see langword="default"/>.</summary>
    public override string ToString() => ToString(format: null);

    /// <summary>The text in a format: <c>F</c> in full, <c>M</c> masked; none or <c>G</c> as <see cref="ToString()"/>.</summary>
    /// <exception cref="FormatException">No such format.</exception>
    public string ToString(string? format) => NumberText.ToString(this, Full(format));

    static UnifiedSocialCreditCode IParsable<UnifiedSocialCreditCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static UnifiedSocialCreditCode ISpanParsable<UnifiedSocialCreditCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static UnifiedSocialCreditCode IUtf8SpanParsable<UnifiedSocialCreditCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => NumberText.Parse<UnifiedSocialCreditCode, byte>(utf8Text);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, destination, out charsWritten, Full(format));

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        NumberText.TryFormat(this, utf8Destination, out bytesWritten, Full(format));

    // Public by law: no format means in full here.
    private static ReadOnlySpan<char> Full(ReadOnlySpan<char> format) => format is [] or "G" ? "F" : format;
}
