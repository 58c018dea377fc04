using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// The 18-character number of GB 11643-1999: six digits of region, eight of birth, three of sequence, one check character
/// by ISO 7064 MOD 11-2. Foreign permanent residents' numbers of 2023 share all but the region part.
/// </summary>
internal static class Gb11643
{
    public const int TextLength = 18;

    /// <summary>As <c>latest</c>: births up to today in China, by the system clock.</summary>
    public const int Today = -1;

    // The clock is asked only about births after this day, which was past when this code was written: asking costs more than all the rest.
    private const int KnownPast = 2026_01_01;

    // Nobody born before 1800 ever had a number: the reserved sequences 996-999 of the old form reach back to the 19th century only.
    private const int EarliestBirth = 1800_01_01;

    private const ulong Zeros = 0x0030_0030_0030_0030;
    private const ulong Sixes = 0x0006_0006_0006_0006;
    private const ulong NotNibbles = 0xFFF0_FFF0_FFF0_FFF0;
    private const ulong Decimal = (1000UL << 48) | (100UL << 32) | (10UL << 16) | 1;
    private const ulong Weights0 = (7UL << 48) | (9UL << 32) | (10UL << 16) | 5;
    private const ulong Weights4 = (8UL << 48) | (4UL << 32) | (2UL << 16) | 1;
    private const ulong Weights8 = (6UL << 48) | (3UL << 32) | (7UL << 16) | 9;
    private const ulong Weights12 = (10UL << 48) | (5UL << 32) | (8UL << 16) | 4;

    private static readonly Offset s_china = Offset.FromHours(8);

    public static int LatestBirth(LocalDate asOf) => (asOf.Year * 1_00_00) + (asOf.Month * 1_00) + asOf.Day;

    /// <summary>Reads a number into its first seventeen digits.</summary>
    /// <param name="text">The characters or UTF-8 bytes.</param>
    /// <param name="foreign">Whether the region part is that of a foreigner: 9, province, country.</param>
    /// <param name="latest">Last birth accepted as yyyyMMdd, or <see cref="Today"/>.</param>
    /// <param name="value">The seventeen digits as an integer.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryRead<TChar>(ReadOnlySpan<TChar> text, bool foreign, int latest, out ulong value, [NotNullWhen(false)] out ErrorCode? error)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = 0;
        if (text.Length != TextLength)
        {
            error = WrongLength(text);
            return false;
        }

        // Four characters at a time in one register, 16 bits each: one test for all of them, one multiplication for their decimal
        // value and one for their share of the check sum, both of which come out in the top lane.
        var a = Quad(text, 0);
        var b = Quad(text, 4);
        var c = Quad(text, 8);
        var d = Quad(text, 12);
        var last = NumberText.Unit(text[16]) - '0';
        var check = NumberText.Unit(text[17]);
        check = (check | 0x20) == 'x' ? 10 : check - '0' <= 9 ? check - '0' : 11;
        if ((((a | b | c | d) | (a + Sixes) | (b + Sixes) | (c + Sixes) | (d + Sixes)) & NotNibbles) != 0 || last > 9 || check > 10)
        {
            error = IdentityErrors.Character;
            return false;
        }

        var first = (uint)((a * Decimal) >> 48);
        var second = (uint)((b * Decimal) >> 48);
        var third = (uint)((c * Decimal) >> 48);
        var fourth = (uint)((d * Decimal) >> 48);
        if (foreign ? first / 1000 != 9 || !Provinces.IsProvince(first / 10 % 100) : !Provinces.IsNumberPrefix(first / 100))
        {
            error = IdentityErrors.Region;
            return false;
        }

        var century = second % 100;
        var day = fourth / 100;
        var birth = (century * 1_000_000) + (third * 100) + day;
        if (!IsBirth((century * 100) + (third / 100), third % 100, day, (int)birth, latest))
        {
            error = IdentityErrors.Date;
            return false;
        }

        var sum = (uint)((a * Weights0) >> 48) + (uint)((b * Weights4) >> 48) + (uint)((c * Weights8) >> 48) + (uint)((d * Weights12) >> 48) + (last * 2) + check;
        if (sum % 11 != 1)
        {
            error = IdentityErrors.CheckDigit;
            return false;
        }

        value = (first * 10_000_000_000_000UL) + (second * 1_000_000_000UL) + (third * 100_000UL) + (fourth * 10) + last;
        error = null;
        return true;
    }

    /// <summary>Whether a date exists and lies between 1800 and <paramref name="latest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBirth(uint year, uint month, uint day, int birth, int latest)
    {
        ReadOnlySpan<byte> days = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        if (month >= (uint)days.Length || day - 1 >= days[(int)month] || birth < EarliestBirth)
        {
            return false;
        }

        if (month == 2 && day == 29 && ((year & 3) != 0 || (year % 100 == 0 && year % 400 != 0)))
        {
            return false;
        }

        return latest == Today ? birth <= KnownPast || birth <= TodayInChina() : birth <= latest;
    }

    public static char CheckCharacter(ulong value)
    {
        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        uint sum = 0;
        for (var index = weights.Length - 1; index >= 0; index--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            sum += (uint)digit * weights[index];
        }

        return "10X98765432"[(int)(sum % 11)];
    }

    /// <summary>Writes 18 characters, the birth starred unless <paramref name="full"/>.</summary>
    public static void Write<TChar>(ulong value, Span<TChar> destination, bool full)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        destination[17] = NumberText.To<TChar>(CheckCharacter(value));
        for (var index = 16; index >= 0; index--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            destination[index] = NumberText.To<TChar>(full || index is < 6 or > 13 ? '0' + (int)digit : '*');
        }
    }

    public static LocalDate BirthOf(ulong value)
    {
        var birth = (int)(value / 1000 % 1_0000_00_00);
        return new LocalDate(birth / 1_00_00, birth / 1_00 % 100, birth % 100);
    }

    // Four units from a place as 16-bit lanes, the first in the lowest, '0' taken off. A unit below '0' borrows from its neighbour but stays wrong itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Quad<TChar>(ReadOnlySpan<TChar> text, int index)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        ulong lanes;
        if (typeof(TChar) == typeof(char) && BitConverter.IsLittleEndian)
        {
            lanes = BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(text)[(2 * index)..]);
        }
        else
        {
            lanes = NumberText.Unit(text[index]) | ((ulong)NumberText.Unit(text[index + 1]) << 16)
                | ((ulong)NumberText.Unit(text[index + 2]) << 32) | ((ulong)NumberText.Unit(text[index + 3]) << 48);
        }

        return lanes - Zeros;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ErrorCode WrongLength<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length == LegacyCitizenNumber.TextLength && NumberText.AllDigits(text)
            ? IdentityErrors.HistoricalForm
            : NumberText.WrongLength(text, TextLength);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int TodayInChina() => LatestBirth(SystemClock.Instance.GetCurrentInstant().WithOffset(s_china).Date);
}
