using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.People;

/// <summary>
/// A person's name (姓名) in normal form: Han names of any nationality of China, names with the middle dot (·), and foreign names
/// in any script. Equal when the normal forms are. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// <para>Normal form: Unicode NFC, so that compatibility ideographs become the unified ones while true variants (峯 and 峰) stay
/// apart; full-width letters and radicals become plain ones; every dot that stands for the middle dot (• ‧ ・ ･ ． and, beside
/// Han characters, a full stop) becomes U+00B7; spaces between Han characters and beside the dot go, others become one;
/// invisible characters go.</para>
/// <para>Refused, in this order: empty; over 60 characters as a reader counts them; private-use codes; anything that is no
/// letter, mark, 〇, dot, hyphen, apostrophe, full stop or space: digits, control characters, stars, question marks; a dot at either end.</para>
/// <para><see cref="ToString()"/> masks: <c>张*</c>, <c>张*三</c>, <c>阿**·***提</c>, <c>J*** S***</c>.</para>
/// </remarks>
public readonly record struct PersonName : IComparable<PersonName>, ISpanParsable<PersonName>, IUtf8SpanParsable<PersonName>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>Most characters of a name, as a reader counts them.</summary>
    public const int MaxLength = 60;

    private readonly string? _value;

    private PersonName(string value) => _value = value;

    /// <summary>Whether there is a name, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _value is not null;

    /// <summary>Characters as a reader counts them: a rare character outside the basic plane or a letter with its marks is one.</summary>
    public int Length => new StringInfo(Full).LengthInTextElements;

    private string Full => _value ?? string.Empty;

    /// <summary>Reads a name, saying why not.</summary>
    /// <param name="text">The name as typed.</param>
    /// <param name="name">The name in normal form.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out PersonName name, [NotNullWhen(false)] out ErrorCode? error)
    {
        var normal = PersonNameNormaliser.Normalise(text, out error);
        name = normal is null ? default : new PersonName(normal);
        return error is null;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name as typed.</param>
    /// <exception cref="FormatException">The text is no name; the inner exception carries the code, neither carries the text.</exception>
    public static PersonName Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var name, out var error) ? name : throw Identity.NumberText.Refused(error);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static PersonName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonName result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PersonName result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out PersonName result) =>
        TryParse(Decode(utf8Text), out result, out _);

    /// <summary>
    /// The text for looking a name up in full: the normal form in capitals without dots, spaces, hyphens, apostrophes, full stops
    /// and variation selectors. Not masked; feed it to a keyed blind index, do not store or show it.
    /// </summary>
    public string ToSearchKey()
    {
        var key = new StringBuilder(Full.Length);
        foreach (var rune in Full.EnumerateRunes())
        {
            if (!PersonNameNormaliser.IsJoiner(rune) && rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)))
            {
                key.Append(Rune.ToUpperInvariant(rune));
            }
        }

        return key.ToString();
    }

    /// <summary>The first character (姓名首字) of <see cref="ToSearchKey"/>, for the index that lists people by it; empty without a name. Not masked.</summary>
    public string ToFirstCharacter()
    {
        var key = ToSearchKey();
        return key.Length == 0 ? key : StringInfo.GetNextTextElement(key);
    }

    /// <summary>Ordinal order of the normal forms.</summary>
    public int CompareTo(PersonName other) => string.CompareOrdinal(Full, other.Full);

    /// <summary>The masked name; empty for <see langword="default"/>.</summary>
    public override string ToString() => PersonNameMask.Mask(Full);

    /// <summary>The name in a format: <c>F</c> in full, which is a disclosure; <c>M</c>, <c>G</c> or none masked.</summary>
    /// <exception cref="FormatException">No such format.</exception>
    public string ToString(string? format) => Identity.NumberText.IsFull(format) ? Full : ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = Identity.NumberText.IsFull(format) ? Full : ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Encoding.UTF8.TryGetBytes(Identity.NumberText.IsFull(format) ? Full : ToString(), utf8Destination, out bytesWritten);

    static PersonName IParsable<PersonName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static PersonName ISpanParsable<PersonName>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static PersonName IUtf8SpanParsable<PersonName>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(Decode(utf8Text));

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    private static string Decode(ReadOnlySpan<byte> utf8Text) => Encoding.UTF8.GetString(utf8Text);
}
