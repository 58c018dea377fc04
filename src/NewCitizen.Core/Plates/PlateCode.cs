using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace NewCitizen.Plates;

/// <summary>
/// Number of a door plate (门牌编号): 50 random bits as 10 characters of Crockford's base 32, such as <c>7K3F9-2M8QX</c>. It says nothing of
/// the home or of who lives there, and knowing one tells no other.
/// </summary>
public readonly record struct PlateCode : ISpanParsable<PlateCode>, IComparable<PlateCode>
{
    /// <summary>Characters without the hyphen.</summary>
    public const int Length = 10;

    private const int Half = Length / 2;

    private PlateCode(ulong value) => Value = value;

    /// <summary>The 50 bits.</summary>
    internal ulong Value { get; }

    /// <summary>A new random code. Whether it is free, the store decides.</summary>
    public static PlateCode NewRandom()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return new(BitConverter.ToUInt64(bytes) >> (64 - (Length * Base32.BitsPerCharacter)));
    }

    /// <summary>Reads a code with or without its hyphen. Allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PlateCode code)
    {
        code = default;
        Span<char> plain = stackalloc char[Length];
        if (text.Length == Length + 1 && text[Half] == '-')
        {
            text[..Half].CopyTo(plain);
            text[(Half + 1)..].CopyTo(plain[Half..]);
        }
        else if (text.Length == Length)
        {
            text.CopyTo(plain);
        }
        else
        {
            return false;
        }

        if (!Base32.TryRead(plain, out var value))
        {
            return false;
        }

        code = new((ulong)value);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PlateCode result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlateCode result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static PlateCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, out var code) ? code : throw new FormatException("A plate code has 10 characters of Crockford's base 32.");

    /// <inheritdoc/>
    public static PlateCode Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc/>
    public int CompareTo(PlateCode other) => Value.CompareTo(other.Value);

    /// <summary>As printed on the plate: two groups of five.</summary>
    public override string ToString() => string.Create(Length + 1, Value, static (text, value) =>
    {
        Base32.Write(value, text[..Length]);
        text[Half..Length].CopyTo(text[(Half + 1)..]);
        text[Half] = '-';
    });

    internal void Write(Span<char> characters) => Base32.Write(Value, characters[..Length]);
}
