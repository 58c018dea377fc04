using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.Divisions;

/// <summary>
/// A nine-digit (乡级, GB/T 10114-2003) or twelve-digit (村级, 统计用区划代码) division code: six digits GB/T 2260, three for the
/// township level, three for the village level. The form and the ranges are checked, not whether the unit exists.
/// </summary>
public readonly record struct StatisticalDivisionCode : IComparable<StatisticalDivisionCode>, ISpanParsable<StatisticalDivisionCode>, IUtf8SpanParsable<StatisticalDivisionCode>
{
    private const int TownshipLength = 9;
    private const int VillageLength = 12;
    private readonly long _value;

    private StatisticalDivisionCode(long value) => _value = value;

    /// <summary>The six-digit division it lies in.</summary>
    public DivisionCode Division => DivisionCode.TryFromNumber((int)(_value / (IsVillage ? 1_000_000 : 1_000)), out var code) ? code : default;

    /// <summary>Whether it has twelve digits.</summary>
    public bool IsVillage => _value >= 100_000_000_000;

    /// <summary>The nine-digit code, or itself.</summary>
    public StatisticalDivisionCode Township => IsVillage ? new(_value / 1_000) : this;

    /// <summary>What the township part says.</summary>
    public TownshipKind Kind => (Township._value % 1_000) switch
    {
        < 100 => TownshipKind.Subdistrict,
        < 200 => TownshipKind.Town,
        < 400 => TownshipKind.Township,
        _ => TownshipKind.SpecialUnit,
    };

    /// <summary>Reads nine or twelve ASCII digits and says why not. Allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out StatisticalDivisionCode code, [NotNullWhen(false)] out ErrorCode? error)
    {
        code = default;
        error = text.IsEmpty ? DivisionErrors.Empty : text.Length is TownshipLength or VillageLength ? null : DivisionErrors.Length;
        if (error is null && text.ContainsAnyExceptInRange('0', '9'))
        {
            error = DivisionErrors.Character;
        }

        if (error is null && DivisionCode.TryParse(text[..6], out _, out error)
            && !(InRange(text[6..9]) && (text.Length == TownshipLength || InRange(text[9..]))))
        {
            error = DivisionErrors.TownshipPart;
        }

        if (error is null)
        {
            code = new StatisticalDivisionCode(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return error is null;
    }

    /// <summary>Reads a code without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StatisticalDivisionCode code) => TryParse(text.AsSpan(), out code, out _);

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">The text is not such a code; the message holds the error code.</exception>
    public static StatisticalDivisionCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var error) ? code : throw new FormatException($"{error.Value}: {error.English}");

    // Culture means nothing to a code, so the forms that take one are there for generic callers only.
    static StatisticalDivisionCode IParsable<StatisticalDivisionCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static StatisticalDivisionCode ISpanParsable<StatisticalDivisionCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static StatisticalDivisionCode IUtf8SpanParsable<StatisticalDivisionCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParseUtf8(utf8Text, out var code) ? code : throw new FormatException("Not a statistical division code.");

    static bool IParsable<StatisticalDivisionCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatisticalDivisionCode result) => TryParse(s, out result);

    static bool ISpanParsable<StatisticalDivisionCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out StatisticalDivisionCode result) => TryParse(s, out result, out _);

    static bool IUtf8SpanParsable<StatisticalDivisionCode>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out StatisticalDivisionCode result) => TryParseUtf8(utf8Text, out result);

    /// <summary>Order of the digits; a township stands before its villages.</summary>
    public int CompareTo(StatisticalDivisionCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The nine or twelve digits.</summary>
    public override string ToString() => _value.ToString("D9", CultureInfo.InvariantCulture);

    private static bool TryParseUtf8(ReadOnlySpan<byte> utf8Text, out StatisticalDivisionCode code)
    {
        code = default;
        if (utf8Text.Length > VillageLength)
        {
            return false;
        }

        Span<char> chars = stackalloc char[utf8Text.Length];
        for (var i = 0; i < utf8Text.Length; i++)
        {
            chars[i] = (char)utf8Text[i];
        }

        return TryParse(chars, out code, out _);
    }

    // 001–599 at both levels: GB/T 10114-2003 for townships, the statistical rule of 2009 for villages.
    private static bool InRange(ReadOnlySpan<char> threeDigits) => threeDigits[0] < '6' && !threeDigits.SequenceEqual("000");
}
