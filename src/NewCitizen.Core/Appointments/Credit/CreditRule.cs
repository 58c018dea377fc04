using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>
/// One rule of booking credit (预约信用规则): so many events of one kind within a window warn, and so many block. Every number is the city's own.
/// </summary>
/// <param name="Code">Short code, unique among the rules: 1 to 40 of <c>a–z</c>, <c>0–9</c> and <c>-</c>. A verdict names it.</param>
/// <param name="Name">Name in Chinese, 1 to 60 characters.</param>
/// <param name="EnglishName">Name in English; null when there is none.</param>
/// <param name="Event">What is counted: bookings, cancellations or no-shows; never lifts.</param>
/// <param name="Window">Over what stretch it is counted.</param>
/// <param name="WindowDays">Days of a rolling window, 1 to 366; null for the others.</param>
/// <param name="PerItem">Whether each service item is counted by itself.</param>
/// <param name="WarnAt">From how many events on the person is warned, 1 to 999; null: no warning.</param>
/// <param name="BlockAt">From how many events on the person is blocked, 1 to 999; null: never.</param>
/// <param name="BlockDays">For how many days after the day of the last event, that day itself not counted (民法典 Art. 201), 1 to 366; null: until the end of the month of that event.</param>
public sealed record CreditRule(
    string Code,
    string Name,
    string? EnglishName,
    BookingEventKind Event,
    CreditWindow Window,
    int? WindowDays,
    bool PerItem,
    int? WarnAt,
    int? BlockAt,
    int? BlockDays)
{
    /// <summary>How long an event can matter: the window, and the block after it.</summary>
    internal int DaysThatMatter => Math.Max(WindowLength, 1) + (BlockAt is null ? 0 : BlockDays ?? 31);

    private int WindowLength => Window switch
    {
        CreditWindow.Day => 1,
        CreditWindow.CalendarMonth => 31,
        _ => WindowDays ?? 1,
    };

    /// <summary>First day of the window that ends with, or holds, a day.</summary>
    internal LocalDate WindowStart(LocalDate day) => Window switch
    {
        CreditWindow.Day => day,
        CreditWindow.CalendarMonth => new LocalDate(day.Year, day.Month, 1),
        _ => day.PlusDays(1 - WindowLength),
    };

    /// <summary>First day free again after a block that a day's event set off.</summary>
    internal LocalDate FreeAgain(LocalDate day) => BlockDays is { } days ? day.PlusDays(days + 1) : new LocalDate(day.Year, day.Month, 1).PlusMonths(1);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
