using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// A citizen number (公民身份号码) of GB 11643-1999: eighteen characters that hold the address code at the time of issue,
/// the birth date, a sequence number and a check character. Eight bytes, immutable, thread-safe.
/// </summary>
/// <remarks>
/// <para>A text is checked in this order and the first thing wrong is reported: <see cref="IdentityErrors.Empty"/>,
/// <see cref="IdentityErrors.HistoricalForm"/> (15 digits), <see cref="IdentityErrors.Length"/>, <see cref="IdentityErrors.Character"/>,
/// <see cref="IdentityErrors.Region"/>, <see cref="IdentityErrors.Date"/>, <see cref="IdentityErrors.CheckDigit"/>.
/// A small <c>x</c> becomes <c>X</c>; full-width and other scripts' digits, spaces and signs are refused.</para>
/// <para>Only the province prefix decides about the region: county codes are abolished and renumbered, while numbers live
/// for ever (see <see cref="CitizenNumberInspector"/>). Prefixes 81, 82 and 83 are accepted, because the residence permits
/// of Hong Kong, Macao and Taiwan residents carry numbers of this very standard (国办发〔2018〕81号 art. 3);
/// <see cref="IsHmtPermit"/> tells them apart.</para>
/// <para>Births from 1800-01-01 to a last day are accepted. The overloads with a date take that day from the caller. All
/// others take today in China (UTC+8) from the system clock, as the parse interfaces of .NET have no room for a clock;
/// they ask it only about births after 2026-01-01.</para>
/// <para><see cref="ToString()"/> hides the birth date. The <see langword="default"/> value stands for no number and prints as empty text.</para>
/// </remarks>
public readonly partial record struct CitizenNumber
{
    private readonly ulong _value;

    private CitizenNumber(ulong value) => _value = value;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _value != 0;

    /// <summary>The address code (地址码), six digits of GB/T 2260 such as <c>120116</c>, as valid when the number was issued; not the present residence.</summary>
    public int DivisionCode => (int)(_value / 1_0000_00_00_000);

    /// <summary>The birth date (出生日期).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no number.</exception>
    public LocalDate BirthDate => Gb11643.BirthOf(_value);

    /// <summary>The sequence number (顺序码), 0 to 999, of people born that day in that area.</summary>
    public int Sequence => (int)(_value % 1000);

    /// <summary>The sex as registered at birth (性别): odd sequence numbers are male.</summary>
    public Sex Sex => !HasValue ? Sex.Unknown : Sequence % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Whether the number is that of a Hong Kong, Macao or Taiwan resident's permit (港澳台居民居住证): prefix 81, 82 or 83.</summary>
    public bool IsHmtPermit => DivisionCode / 10_000 is 81 or 82 or 83;

    int INumberText<CitizenNumber>.TextLength => HasValue ? Gb11643.TextLength : 0;

    /// <summary>Reads a number of a person born on or before a day, saying why not.</summary>
    /// <param name="text">Exactly the eighteen characters.</param>
    /// <param name="asOf">The last birth date accepted, usually today in China.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, LocalDate asOf, out CitizenNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        Wrap(Gb11643.TryRead(text, foreign: false, Gb11643.LatestBirth(asOf), out var value, out error), value, out number);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, LocalDate, out CitizenNumber, out ErrorCode?)"/>
    /// <param name="utf8Text">Exactly the eighteen characters, in UTF-8.</param>
    /// <param name="asOf">The last birth date accepted, usually today in China.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, LocalDate asOf, out CitizenNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        Wrap(Gb11643.TryRead(utf8Text, foreign: false, Gb11643.LatestBirth(asOf), out var value, out error), value, out number);

    /// <summary>Order of the digits.</summary>
    public int CompareTo(CitizenNumber other) => _value.CompareTo(other._value);

    /// <summary>Puts a number together from parts that were checked.</summary>
    internal static CitizenNumber FromParts(int divisionCode, int birth, int sequence) =>
        new((((ulong)divisionCode * 1_0000_00_00) + (ulong)birth) * 1000 + (ulong)sequence);

    static bool INumberText<CitizenNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out CitizenNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        Wrap(Gb11643.TryRead(text, foreign: false, Gb11643.Today, out var value, out error), value, out number);

    void INumberText<CitizenNumber>.Write<TChar>(Span<TChar> destination, bool full)
    {
        if (HasValue)
        {
            Gb11643.Write(_value, destination, full);
        }
    }

    private static bool Wrap(bool read, ulong value, out CitizenNumber number)
    {
        number = new CitizenNumber(value);
        return read;
    }
}
