using NodaTime;

namespace NewCitizen.Exchange.Tables;

/// <summary>Day numbers of spreadsheets (日期序列号): 1900 system with its false 29 February 1900, or 1904 system (ECMA-376 part 1, 18.17.4).</summary>
public static class SerialDate
{
    private const double MaxSerial = 2_958_466; // 10000-01-01
    private const int FalseLeapDay = 60;

    private static readonly LocalDate s_first1900 = new(1899, 12, 31);
    private static readonly LocalDate s_first1904 = new(1904, 1, 1);

    /// <summary>The date and time of a day number.</summary>
    /// <param name="serial">Days, with the time of day as fraction; 0 up to 9999-12-31.</param>
    /// <param name="date1904">The workbook counts from 1904-01-01.</param>
    /// <param name="value">Date and local time, to the second.</param>
    /// <returns><see langword="false"/> for a number outside the range, and for the day 1900-02-29 that never was.</returns>
    public static bool TryConvert(double serial, bool date1904, out LocalDateTime value)
    {
        value = default;
        if (!(serial >= 0 && serial < MaxSerial)) return false;
        var seconds = (long)Math.Round(serial * NodaConstants.SecondsPerDay);
        var days = (int)(seconds / NodaConstants.SecondsPerDay);
        if (!date1904)
        {
            if (days == FalseLeapDay) return false;
            if (days > FalseLeapDay) days--;
        }

        var date = (date1904 ? s_first1904 : s_first1900).PlusDays(days);
        value = date.AtMidnight().PlusSeconds(seconds % NodaConstants.SecondsPerDay);
        return true;
    }
}
