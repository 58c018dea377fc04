namespace NewCitizen.Exchange.Checking;

/// <summary>Days and moments as text that already has the right form.</summary>
internal static class CalendarText
{
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        var year = (Two(text, 0) * 100) + Two(text, 2);
        var month = Two(text, 5);
        var day = Two(text, 8);
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    public static bool IsMoment(ReadOnlySpan<byte> text) =>
        IsDate(text) && Two(text, 11) < 24 && Two(text, 14) < 60 && Two(text, 17) < 60;

    public static int Number(ReadOnlySpan<byte> text) => (Two(text, 0) * 1_000_000) + (Two(text, 2) * 10_000) + (Two(text, 5) * 100) + Two(text, 8);

    private static int Two(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
