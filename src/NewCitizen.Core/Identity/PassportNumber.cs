using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>
/// A passport number (护照号码) of any country: 5 to 20 ASCII letters and digits, small letters becoming capitals. The number
/// alone names nobody: two countries may use the same one. Sixteen bytes, immutable, thread-safe.
/// </summary>
/// <remarks>Countries publish no common form and no check digit, so length and characters are all that is checked; errors come in the order empty, length, character.</remarks>
public readonly partial record struct PassportNumber
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 5;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 20;

    private readonly CompactText _text;

    private PassportNumber(CompactText text) => _text = text;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _text.Length != 0;

    /// <summary>The kind of Chinese passport that uses this form; tells nothing about passports of other countries.</summary>
    public ChinesePassportKind ChineseKind
    {
        get
        {
            if (_text.Length != 9)
            {
                return ChinesePassportKind.None;
            }

            for (var i = 2; i < 9; i++)
            {
                if (!char.IsAsciiDigit(_text[i]))
                {
                    return ChinesePassportKind.None;
                }
            }

            return (_text[0], _text[1]) switch
            {
                ('E', 'I' or 'O') => ChinesePassportKind.None,
                ('E', _) => ChinesePassportKind.Ordinary,
                ('G', >= '0' and <= '9') => ChinesePassportKind.Ordinary,
                ('D', 'E') => ChinesePassportKind.Diplomatic,
                ('S', 'E') => ChinesePassportKind.Service,
                ('P', 'E') => ChinesePassportKind.PublicAffairs,
                _ => ChinesePassportKind.None,
            };
        }
    }

    int INumberText<PassportNumber>.TextLength => _text.Length;

    /// <summary>Ordinal order of the characters.</summary>
    public int CompareTo(PassportNumber other) => _text.CompareTo(other._text);

    static bool INumberText<PassportNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out PassportNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        var count = text.Length is >= MinLength and <= MaxLength ? text.Length : NumberText.CharCount(text);
        Span<char> upper = stackalloc char[MaxLength];
        error = NumberText.IsBlank(text) ? IdentityErrors.Empty
            : count is < MinLength or > MaxLength ? IdentityErrors.Length
            : text.Length > MaxLength || !NumberText.TryUpper(text, upper) ? IdentityErrors.Character
            : null;
        if (error is null)
        {
            number = new PassportNumber(CompactText.Pack(upper[..text.Length]));
        }

        return error is null;
    }

    void INumberText<PassportNumber>.Write<TChar>(Span<TChar> destination, bool full) => _text.Write(destination, full ? _text.Length : 1, 2);
}
