using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>
/// The number of a mainland travel permit for Hong Kong, Macao or Taiwan residents (港澳居民来往内地通行证, 台湾居民来往大陆通行证).
/// Sixteen bytes, immutable, thread-safe.
/// </summary>
/// <remarks>
/// Forms: H or M and 8 digits, on the permit of 1999 followed by 2 digits that count renewals; HA or MA and 7 digits for
/// residents of other nationalities (since 2024-07-10); Taiwan 8 digits (since 2015), before that 10 digits with an optional
/// renewal letter, bare or in brackets: brackets are dropped. Small letters become capitals. There is no check digit.
/// Errors in order: empty, length, character.
/// </remarks>
public readonly partial record struct TravelPermitNumber
{
    private const int LifelongLength = 9;

    private readonly CompactText _text;

    private TravelPermitNumber(CompactText text) => _text = text;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _text.Length != 0;

    /// <summary>Who such permits are issued to.</summary>
    public TravelPermitHolder Holder => !HasValue ? TravelPermitHolder.None : (_text[0], _text[1]) switch
    {
        ('H', 'A') => TravelPermitHolder.HongKongForeigner,
        ('M', 'A') => TravelPermitHolder.MacaoForeigner,
        ('H', _) => TravelPermitHolder.HongKong,
        ('M', _) => TravelPermitHolder.Macao,
        _ => TravelPermitHolder.Taiwan,
    };

    /// <summary>Whether it is of a form no longer printed: with renewal digits (Hong Kong, Macao) or ten digits (Taiwan).</summary>
    public bool IsOldForm => _text.Length > LifelongLength;

    int INumberText<TravelPermitNumber>.TextLength => _text.Length;

    /// <summary>
    /// The part that stays the same for life (终身号码), by which permits of one person match: the first nine characters for Hong
    /// Kong and Macao; for Taiwan the eight digits, or the ten of an old permit (no source says that the first eight of those carried over).
    /// </summary>
    /// <returns>Full text, not masked; empty without a number. Not for display or logs.</returns>
    public string ToLifelongText()
    {
        Span<char> all = stackalloc char[CompactText.MaxLength];
        all = all[.._text.Length];
        _text.CopyTo(all);
        return all[..Math.Min(all.Length, Holder == TravelPermitHolder.Taiwan ? 10 : LifelongLength)].ToString();
    }

    /// <summary>Ordinal order of the characters.</summary>
    public int CompareTo(TravelPermitNumber other) => _text.CompareTo(other._text);

    static bool INumberText<TravelPermitNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out TravelPermitNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        error = null;
        Span<char> upper = stackalloc char[13];
        // 0123456789(B) or 0123456789B
        var bracketed = text.Length == 13 && text[10] == NumberText.To<TChar>('(') && text[12] == NumberText.To<TChar>(')');
        var rest = bracketed ? text[..12] : text;
        if (rest.Length is < 8 or > 12 || (rest.Length == 12 && !bracketed))
        {
            var count = NumberText.CharCount(text);
            error = NumberText.IsBlank(text) ? IdentityErrors.Empty
                : count is >= 8 and <= 11 && count != text.Length ? IdentityErrors.Character
                : IdentityErrors.Length;
            return false;
        }

        var length = 0;
        foreach (var unit in rest)
        {
            if (bracketed && length == 10 && unit == NumberText.To<TChar>('('))
            {
                bracketed = false;
                continue;
            }

            if (!NumberText.TryUpper([unit], upper.Slice(length, 1)))
            {
                error = NumberText.IsBlank(text) ? IdentityErrors.Empty : IdentityErrors.Character;
                return false;
            }

            length++;
        }

        upper = upper[..length];
        error = Check(upper);
        if (error is null)
        {
            number = new TravelPermitNumber(CompactText.Pack(upper));
        }

        return error is null;
    }

    void INumberText<TravelPermitNumber>.Write<TChar>(Span<TChar> destination, bool full) => _text.Write(destination, full ? _text.Length : 1, 2);

    private static ErrorCode? Check(ReadOnlySpan<char> text)
    {
        if (text[0] is 'H' or 'M')
        {
            var foreigner = text[1] == 'A';
            return text.Length != LifelongLength && (foreigner || text.Length != 11) ? IdentityErrors.Length
                : NumberText.AllDigits(text[(foreigner ? 2 : 1)..]) ? null
                : IdentityErrors.Character;
        }

        var digits = text.Length == 11 ? text[..10] : text;
        return text.Length is not (8 or 10 or 11) ? IdentityErrors.Length
            : NumberText.AllDigits(digits) && (text.Length != 11 || char.IsAsciiLetterUpper(text[10])) ? null
            : IdentityErrors.Character;
    }
}
