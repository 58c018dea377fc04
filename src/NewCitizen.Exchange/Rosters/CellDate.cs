using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Reads dates as offices write them (日期识别): a date that could mean two days is refused, never guessed.</summary>
public static class CellDate
{
    // Day numbers from 1910 to 2099: below that a number such as 1990 is a bare year.
    private const int MinSerial = 3654;
    private const int MaxSerial = 73_050;
    private const int MinYear = 1850;
    private const int MaxYear = 2199;

    private static readonly SearchValues<char> s_timeCharacters = SearchValues.Create("0123456789:.+-Zz ");
    private static readonly SearchValues<char> s_decimalCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads <c>1990/1/2</c>, <c>1990-01-02</c>, <c>1990.1.2</c>, <c>1990年1月2日</c>, <c>19900102</c>, any of them with a time behind it, or the day number of a spreadsheet (3654–73050, 1900 system).</summary>
    /// <param name="text">Cleaned text, of any width.</param>
    /// <param name="date">The date; the time of day is dropped.</param>
    /// <param name="error">Why it cannot be read.</param>
    public static bool TryParse(string text, out LocalDate date, [NotNullWhen(false)] out ErrorCode? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        var s = CellText.FoldWidth(text).AsSpan().Trim();
        return s.IndexOfAnyExceptInRange('0', '9') < 0 ? TryDigits(s, out date, out error) : TryParts(s, out date, out error);
    }

    private static bool TryDigits(ReadOnlySpan<char> s, out LocalDate date, [NotNullWhen(false)] out ErrorCode? error)
    {
        date = default;
        if (s.Length == 8) return TryMake(Number(s[..4]), Number(s[4..6]), Number(s[6..]), out date, out error);
        if (s.Length is 4 or 5 && Number(s) is >= MinSerial and <= MaxSerial and var serial && SerialDate.TryConvert(serial, date1904: false, out var day))
        {
            (date, error) = (day.Date, null);
            return true;
        }

        // 199001 lacks its day; 900102 lacks its century.
        error = s.Length switch
        {
            4 when Number(s) is >= MinYear and <= MaxYear => RosterErrors.DateIncomplete,
            6 when Number(s[..4]) is >= MinYear and <= MaxYear && Number(s[4..]) is >= 1 and <= 12 => RosterErrors.DateIncomplete,
            6 => RosterErrors.DateTwoDigitYear,
            _ => RosterErrors.DateUnreadable,
        };
        return false;
    }

    private static bool TryParts(ReadOnlySpan<char> s, out LocalDate date, [NotNullWhen(false)] out ErrorCode? error)
    {
        date = default;
        if (IsFractionalSerial(s, out date))
        {
            error = null;
            return true;
        }

        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        while (count < 3 && s.Length > 0)
        {
            var digits = s.IndexOfAnyExceptInRange('0', '9');
            if (digits < 0) digits = s.Length;
            if (digits is 0 or > 4) return Fail(RosterErrors.DateUnreadable, out error);
            (parts[count], lengths[count]) = (Number(s[..digits]), digits);
            count++;
            s = s[digits..].TrimStart();
            if (count == 3 || s.Length == 0) break;
            if (!IsSeparator(s[0], count)) return Fail(RosterErrors.DateUnreadable, out error);
            s = s[1..].TrimStart();
        }

        if (count == 3 && s.Length > 0 && s[0] is '日' or '号') s = s[1..];
        if (!IsTime(s)) return Fail(RosterErrors.DateUnreadable, out error);
        if (lengths[0] == 4 && count < 3) return Fail(RosterErrors.DateIncomplete, out error);
        if (lengths[0] == 4) return TryMake(parts[0], parts[1], parts[2], out date, out error);
        return Fail(count == 3 && lengths[2] == 4 ? RosterErrors.DateOrderUnclear : count >= 2 && lengths[0] <= 2 ? RosterErrors.DateTwoDigitYear : RosterErrors.DateUnreadable, out error);
    }

    private static bool TryMake(int year, int month, int day, out LocalDate date, [NotNullWhen(false)] out ErrorCode? error)
    {
        date = default;
        if (year is < MinYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return Fail(RosterErrors.DateInvalid, out error);
        (date, error) = (new LocalDate(year, month, day), null);
        return true;
    }

    private static bool IsFractionalSerial(ReadOnlySpan<char> s, out LocalDate date)
    {
        date = default;
        if (s.Length < 6 || s.IndexOfAnyExcept(s_decimalCharacters) >= 0 || s.Count('.') != 1 || s.IndexOf('.') != 5
            || !double.TryParse(s, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
            || serial is < MinSerial or > MaxSerial || !SerialDate.TryConvert(Math.Floor(serial), date1904: false, out var value)) return false;
        date = value.Date;
        return true;
    }

    private static bool IsSeparator(char c, int after) => c is '/' or '-' or '.' || (after == 1 ? c == '年' : c == '月');

    // A time behind the date comes from date-time columns; only its shape matters.
    private static bool IsTime(ReadOnlySpan<char> s)
    {
        s = s.TrimStart();
        if (s.Length > 0 && s[0] is 'T' or 't') s = s[1..].TrimStart();
        if (s.Length == 0) return true;
        return s.Length is >= 4 and <= 35 && char.IsAsciiDigit(s[0]) && s.Contains(':') && s.IndexOfAnyExcept(s_timeCharacters) < 0;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool Fail(ErrorCode code, out ErrorCode error)
    {
        error = code;
        return false;
    }
}
