using System.Numerics;

namespace NewCitizen.Identity;

/// <summary>
/// Up to 21 characters of <c>0–9 A–Z</c> inside 16 bytes, so that numbers with letters need no string on the heap.
/// Six bits a character from the top, 0 for none: the order of the integers is the ordinal order of the texts.
/// </summary>
internal readonly record struct CompactText : IComparable<CompactText>
{
    public const int MaxLength = 21;

    private readonly UInt128 _bits;

    private CompactText(UInt128 bits) => _bits = bits;

    public int Length => _bits == 0 ? 0 : MaxLength - ((int)UInt128.TrailingZeroCount(_bits) - 2) / 6;

    public char this[int index]
    {
        get
        {
            var code = (int)(uint)(_bits >> (122 - (6 * index))) & 63;
            return (char)(code <= 10 ? '0' + code - 1 : 'A' + code - 11);
        }
    }

    /// <summary>Packs upper-case ASCII letters and digits; the caller has checked them.</summary>
    public static CompactText Pack(ReadOnlySpan<char> text)
    {
        UInt128 bits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var code = char.IsAsciiDigit(text[i]) ? text[i] - '0' + 1 : text[i] - 'A' + 11;
            bits |= (UInt128)(uint)code << (122 - (6 * i));
        }

        return new CompactText(bits);
    }

    public void CopyTo(Span<char> destination)
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = this[i];
        }
    }

    /// <summary>Writes the text with all but the first <paramref name="head"/> and last <paramref name="tail"/> characters starred.</summary>
    public void Write<TChar>(Span<TChar> destination, int head, int tail)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var length = Length;
        for (var i = 0; i < length; i++)
        {
            destination[i] = NumberText.To<TChar>(i < head || i >= length - tail ? this[i] : '*');
        }
    }

    public int CompareTo(CompactText other) => _bits.CompareTo(other._bits);

    public override string ToString() => string.Empty;
}
