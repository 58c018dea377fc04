using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>
/// A unified social credit code (统一社会信用代码) of GB 32100-2015: registration authority, entity class, six digits of division,
/// nine characters of organisation code (GB 11714) and a check character, over the 31 characters that are not I, O, S, V or Z.
/// Sixteen bytes, immutable, thread-safe.
/// </summary>
/// <remarks>
/// Errors in order: empty, length, character, <see cref="IdentityErrors.RegistrationAuthority"/>, <see cref="IdentityErrors.Region"/>
/// (province prefix; 10 stands for the central state), <see cref="IdentityErrors.CheckDigit"/>,
/// <see cref="IdentityErrors.OrganisationCheckDigit"/>. An unpublished entity class only warns, for the list grows. Small letters
/// become capitals. Codes are public, so <see cref="ToString()"/> prints them in full; format <c>M</c> masks.
/// </remarks>
public readonly partial record struct UnifiedSocialCreditCode
{
    internal const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    internal const string Authorities = "123456789ANY";
    internal const int Length = 18;

    private readonly CompactText _text;

    private UnifiedSocialCreditCode(CompactText text) => _text = text;

    /// <summary>Whether there is a code, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _text.Length != 0;

    /// <summary>The registration authority (登记管理部门), such as <c>9</c> for market regulation or <c>5</c> for civil affairs; NUL without a code.</summary>
    public char RegistrationAuthority => HasValue ? _text[0] : '\0';

    /// <summary>Authority and class together (机构类别), such as <c>91</c> enterprise, <c>92</c> sole trader, <c>51</c> social group; empty without a code.</summary>
    public string EntityClass => Slice(0, 2);

    /// <summary>Whether the entity class is among the published ones: 11, 12, 13, 51, 52, 53, 81, 91, 92, 93, N2, Y1.</summary>
    public bool IsKnownEntityClass => EntityClass is "11" or "12" or "13" or "51" or "52" or "53" or "81" or "91" or "92" or "93" or "N2" or "Y1";

    /// <summary>The division (登记管理机关行政区划) of the authority, six digits of GB/T 2260; 100000 for the central state, 0 without a code.</summary>
    public int DivisionCode
    {
        get
        {
            var value = 0;
            for (var i = 2; i < 8 && HasValue; i++)
            {
                value = (value * 10) + (_text[i] - '0');
            }

            return value;
        }
    }

    /// <summary>The organisation code (组织机构代码) of GB 11714, nine characters with its own check character last; empty without a code.</summary>
    public string OrganisationCode => Slice(8, 17);

    int INumberText<UnifiedSocialCreditCode>.TextLength => _text.Length;

    /// <summary>Ordinal order of the characters.</summary>
    public int CompareTo(UnifiedSocialCreditCode other) => _text.CompareTo(other._text);

    static bool INumberText<UnifiedSocialCreditCode>.Read<TChar>(ReadOnlySpan<TChar> text, out UnifiedSocialCreditCode number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        if (text.Length != Length)
        {
            error = NumberText.WrongLength(text, Length);
            return false;
        }

        Span<char> upper = stackalloc char[Length];
        error = !NumberText.TryUpper(text, upper) ? NumberText.IsBlank(text) ? IdentityErrors.Empty : IdentityErrors.Character : Check(upper);
        if (error is null)
        {
            number = new UnifiedSocialCreditCode(CompactText.Pack(upper));
        }

        return error is null;
    }

    void INumberText<UnifiedSocialCreditCode>.Write<TChar>(Span<TChar> destination, bool full) => _text.Write(destination, full ? _text.Length : 8, 2);

    private static ErrorCode? Check(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny('I', 'O', 'S') || text.ContainsAny('V', 'Z') || !NumberText.AllDigits(text[2..8]))
        {
            return IdentityErrors.Character;
        }

        if (!Authorities.Contains(text[0], StringComparison.Ordinal))
        {
            return IdentityErrors.RegistrationAuthority;
        }

        var prefix = (uint)(((text[2] - '0') * 10) + (text[3] - '0'));
        if (prefix != 10 && !Provinces.IsProvince(prefix))
        {
            return IdentityErrors.Region;
        }

        ReadOnlySpan<byte> weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Alphabet.IndexOf(text[i], StringComparison.Ordinal);
        }

        return (31 - (sum % 31)) % 31 != Alphabet.IndexOf(text[17], StringComparison.Ordinal) ? IdentityErrors.CheckDigit
            : !OrganisationCheckFits(text[8..17]) ? IdentityErrors.OrganisationCheckDigit
            : null;
    }

    private static bool OrganisationCheckFits(ReadOnlySpan<char> code)
    {
        ReadOnlySpan<byte> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            // GB 11714 counts the letters from 10 without gaps, unlike the alphabet of GB 32100.
            sum += weights[i] * (char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10);
        }

        return "0X987654321"[sum % 11] == code[8];
    }

    private string Slice(int from, int to)
    {
        if (!HasValue)
        {
            return string.Empty;
        }

        Span<char> all = stackalloc char[Length];
        _text.CopyTo(all);
        return all[from..to].ToString();
    }
}
