using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// The number of a foreign permanent resident's identity card (外国人永久居留身份证号码). The form since 2023-12-01 has eighteen
/// characters: 9, two digits of the accepting province, three of the country (ISO 3166 numeric), birth yyyyMMdd, three of
/// sequence, check character by MOD 11-2. The form of 2017, three letters and twelve digits without a check rule, stays
/// valid beside it. Sixteen bytes, immutable, thread-safe.
/// </summary>
/// <remarks>Errors come in the order of <see cref="CitizenNumber"/>; small letters become capitals.</remarks>
public readonly partial record struct ForeignResidentNumber
{
    internal const int OldLength = 15;

    private readonly CompactText _text;

    private ForeignResidentNumber(CompactText text) => _text = text;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _text.Length != 0;

    /// <summary>Whether it has the form of 2017 (旧版), which carries no check character.</summary>
    public bool IsOldForm => _text.Length == OldLength;

    /// <summary>The country (国籍) as the number writes it: three letters in the old form, three digits of ISO 3166 in the new; empty without a number.</summary>
    public string Country => !HasValue ? string.Empty : IsOldForm ? Slice(0, 3) : Slice(3, 6);

    /// <summary>The province (受理省份) that took the application, two digits of GB/T 2260; <see langword="null"/> in the old form.</summary>
    public int? ProvinceCode => _text.Length == Gb11643.TextLength ? Digits(1, 3) : null;

    /// <summary>The birth date (出生日期); <see langword="null"/> in the old form, whose digits no public source explains.</summary>
    public LocalDate? BirthDate => _text.Length == Gb11643.TextLength ? new LocalDate(Digits(6, 10), Digits(10, 12), Digits(12, 14)) : null;

    /// <summary>The sex (性别), odd sequence numbers being male; unknown in the old form.</summary>
    public Sex Sex => _text.Length != Gb11643.TextLength ? Sex.Unknown : Digits(16, 17) % 2 == 1 ? Sex.Male : Sex.Female;

    int INumberText<ForeignResidentNumber>.TextLength => _text.Length;

    /// <summary>Reads a number of a person born on or before a day, saying why not.</summary>
    /// <param name="text">Exactly the characters.</param>
    /// <param name="asOf">The last birth date accepted, usually today in China.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, LocalDate asOf, out ForeignResidentNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        TryRead(text, Gb11643.LatestBirth(asOf), out number, out error);

    /// <summary>Ordinal order of the characters.</summary>
    public int CompareTo(ForeignResidentNumber other) => _text.CompareTo(other._text);

    static bool INumberText<ForeignResidentNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out ForeignResidentNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        TryRead(text, Gb11643.Today, out number, out error);

    void INumberText<ForeignResidentNumber>.Write<TChar>(Span<TChar> destination, bool full) =>
        _text.Write(destination, full ? _text.Length : IsOldForm ? 3 : 6, IsOldForm ? 2 : 4);

    private static bool TryRead<TChar>(ReadOnlySpan<TChar> text, int latest, out ForeignResidentNumber number, [NotNullWhen(false)] out ErrorCode? error)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        number = default;
        Span<char> upper = stackalloc char[Gb11643.TextLength];
        if (text.Length == OldLength)
        {
            upper = upper[..OldLength];
            if (!NumberText.TryUpper(text, upper) || upper[..3].ContainsAnyExceptInRange('A', 'Z') || !NumberText.AllDigits(upper[3..]))
            {
                error = NumberText.IsBlank(text) ? IdentityErrors.Empty : NumberText.AllDigits(upper) ? IdentityErrors.Length : IdentityErrors.Character;
                return false;
            }
        }
        else if (!Gb11643.TryRead(text, foreign: true, latest, out _, out error))
        {
            return false;
        }
        else
        {
            NumberText.TryUpper(text, upper);
        }

        number = new ForeignResidentNumber(CompactText.Pack(upper));
        error = null;
        return true;
    }

    private string Slice(int from, int to)
    {
        Span<char> all = stackalloc char[CompactText.MaxLength];
        all = all[.._text.Length];
        _text.CopyTo(all);
        return all[from..to].ToString();
    }

    private int Digits(int from, int to)
    {
        var value = 0;
        for (var i = from; i < to; i++)
        {
            value = (value * 10) + (_text[i] - '0');
        }

        return value;
    }
}
