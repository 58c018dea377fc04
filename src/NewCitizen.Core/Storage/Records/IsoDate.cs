using NodaTime;

namespace NewCitizen.Storage.Records;

/// <summary>Reads dates of years 1 to 9999 as stores keep them, yyyy-MM-dd, without the cost of a pattern.</summary>
internal static class IsoDate
{
    /// <summary>Reads a date; false leaves it to the pattern to read other years, or to say what is wrong.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..], out var day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
