using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    private static readonly Offset s_china = Offset.FromHours(8);

    public static int LatestBirth(LocalDate asOf) => (asOf.Year * 1_00_00) + (asOf.Month * 1_00) + asOf.Day;

    /// <summary>Reads a number into its first seventeen digits.</summary>
    /// <param name="text">The characters or UTF-8 bytes.</param>
    /// <param name="foreign">Whether the region part is that of a foreigner: 9, province, country.</param>
    /// <param name="latest">Last birth accepted as yyyyMMdd, or <see cref="Today"/>.</param>
    /// <param name="value">The seventeen digits as an integer.</param>
    /// <param name="error">The first thing wrong.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead<TChar>(ReadOnlySpan<TChar> text, bool foreign, int latest, out ulong value, [NotNullWhen(false)] out ErrorCode? error)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != TextLength)
        {
            value = 0;
            error = WrongLength(text);
            return false;
        }

        // Straight line instead of a loop: the sums below do not wait for each other, and there is one branch for all characters.
        uint a = Digit(text[0]), b = Digit(text[1]), c = Digit(text[2]), d = Digit(text[3]), e = Digit(text[4]), f = Digit(text[5]);
        uint g = Digit(text[6]), h = Digit(text[7]), i = Digit(text[8]), j = Digit(text[9]), k = Digit(text[10]), l = Digit(text[11]), m = Digit(text[12]), n = Digit(text[13]);
        uint o = Digit(text[14]), p = Digit(text[15]), q = Digit(text[16]), check = Digit(text[17]);
        check = (NumberText.Unit(text[17]) | 0x20) == 'x' ? 10 : check > 9 ? 11 : check;

        // The top bit comes from the digit itself for what sorts before 0, and from 9 - digit for what sorts after 9.
        var bad = a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p | q
            | (9 - a) | (9 - b) | (9 - c) | (9 - d) | (9 - e) | (9 - f) | (9 - g) | (9 - h) | (9 - i)
            | (9 - j) | (9 - k) | (9 - l) | (9 - m) | (9 - n) | (9 - o) | (9 - p) | (9 - q) | (10 - check);
        value = 0;
        if ((int)bad < 0)
        {
            error = IdentityErrors.Character;
            return false;
        }

        if (foreign ? a != 9 || !Provinces.IsProvince((b * 10) + c) : !Provinces.IsNumberPrefix((a * 10) + b))
        {
            error = IdentityErrors.Region;
            return false;
        }

        var year = (g * 1000) + (h * 100) + (i * 10) + j;
        var month = (k * 10) + l;
        var day = (m * 10) + n;
        var birth = (year * 1_00_00) + (month * 1_00) + day;
        if (!IsBirth(year, month, day, (int)birth, latest))
        {
            error = IdentityErrors.Date;
            return false;
        }

        var sum = ((a + k) * 7) + ((b + l) * 9) + ((c + m) * 10) + ((d + n) * 5) + ((e + o) * 8) + ((f + p) * 4) + ((g + q) * 2)
            + h + (i * 6) + (j * 3) + check;
        if (sum % 11 != 1)
        {
            error = IdentityErrors.CheckDigit;
            return false;
        }

        var region = (((a * 10) + b) * 10_000) + (((c * 10) + d) * 100) + (e * 10) + f;
        value = (((ulong)region * 1_0000_00_00) + birth) * 1000 + ((o * 100) + (p * 10) + q);
        error = null;
        return true;
    }

    /// <summary>Whether a date exists and lies between 1800 and <paramref name="latest"/>.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Digit<TChar>(TChar unit)
        where TChar : unmanaged, IBinaryInteger<TChar> => NumberText.Unit(unit) - '0';

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ErrorCode WrongLength<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length == LegacyCitizenNumber.TextLength && !text.ContainsAnyExceptInRange(NumberText.To<TChar>('0'), NumberText.To<TChar>('9'))
            ? IdentityErrors.HistoricalForm
            : NumberText.WrongLength(text, TextLength);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int TodayInChina() => LatestBirth(SystemClock.Instance.GetCurrentInstant().WithOffset(s_china).Date);
}
