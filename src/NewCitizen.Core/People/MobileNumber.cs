using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using NewCitizen.Errors;
using NewCitizen.Identity;

namespace NewCitizen.People;

/// <summary>
/// A mainland mobile number (手机号码): eleven digits that start with 13 to 19. Eight bytes, immutable, thread-safe.
/// <see cref="ToString()"/> prints <c>138****1234</c>.
/// </summary>
/// <remarks>Errors in order: empty, length, character, prefix. The carrier is not derived: numbers keep it no longer than their owner wants.</remarks>
public readonly partial record struct MobileNumber
{
    private const int Digits = 11;

    private readonly long _value;

    private MobileNumber(long value) => _value = value;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _value != 0;

    /// <summary>Whether the prefix was allocated in 2023-03; if not, <see cref="PeopleErrors.MobileUnallocated"/> is worth a warning.</summary>
    public bool IsAllocated => MobilePrefixes.IsAllocated(_value);

    int INumberText<MobileNumber>.TextLength => HasValue ? Digits : 0;

    /// <summary>
    /// Reads a number as people write it; for import paths only. Drops spaces, hyphens, dots and brackets between the digits and
    /// one leading <c>+86</c>, <c>0086</c> or <c>86</c>; turns full-width signs into half-width ones.
    /// </summary>
    /// <param name="text">Such as <c>+86 138-0013-8000</c>.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">The first thing wrong with what is left.</param>
    public static bool TryParseLenient(ReadOnlySpan<char> text, out MobileNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        Span<char> kept = stackalloc char[32];
        var length = 0;
        foreach (var unit in text)
        {
            var c = unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;
            if (char.IsWhiteSpace(c) || c is '-' or '.' or '(' or ')' or '\u2010' or '\u2011' or '\u2013' or '\u200B' or '\u200E' or '\u202A' or '\u202C' or '\uFEFF')
            {
                continue;
            }

            if (length == kept.Length)
            {
                number = default;
                error = PeopleErrors.MobileLength;
                return false;
            }

            kept[length++] = c;
        }

        ReadOnlySpan<char> rest = kept[..length];
        foreach (var prefix in (ReadOnlySpan<string>)["+86", "0086", "86"])
        {
            if (rest.Length == prefix.Length + Digits && rest.StartsWith(prefix, StringComparison.Ordinal))
            {
                rest = rest[prefix.Length..];
                break;
            }
        }

        return TryParse(rest, out number, out error);
    }

    /// <summary>Order of the digits.</summary>
    public int CompareTo(MobileNumber other) => _value.CompareTo(other._value);

    static bool INumberText<MobileNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out MobileNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        if (text.Length != Digits)
        {
            error = NumberText.IsBlank(text) ? PeopleErrors.MobileEmpty
                : NumberText.CharCount(text) == Digits ? PeopleErrors.MobileCharacter
                : PeopleErrors.MobileLength;
            return false;
        }

        var value = 0L;
        foreach (var unit in text)
        {
            var digit = NumberText.Unit(unit) - '0';
            if (digit > 9)
            {
                error = NumberText.IsBlank(text) ? PeopleErrors.MobileEmpty : PeopleErrors.MobileCharacter;
                return false;
            }

            value = (value * 10) + digit;
        }

        error = value is >= 13_000_000_000 and <= 19_999_999_999 ? null : PeopleErrors.MobilePrefix;
        number = new MobileNumber(error is null ? value : 0);
        return error is null;
    }

    void INumberText<MobileNumber>.Write<TChar>(Span<TChar> destination, bool full)
    {
        if (!HasValue)
        {
            return;
        }

        Span<char> text = stackalloc char[Digits];
        _value.TryFormat(text, out _, "D11", CultureInfo.InvariantCulture);
        for (var i = 0; i < Digits; i++)
        {
            destination[i] = NumberText.To<TChar>(full || i is < 3 or > 6 ? text[i] : '*');
        }
    }
}
