using NodaTime;

namespace NewCitizen.Centres;

/// <summary>A one-off closure or opening (临时停办、加开), stronger than the week and the holidays.</summary>
/// <param name="From">First day, in Asia/Shanghai.</param>
/// <param name="Until">Last day, not before the first.</param>
/// <param name="Open">Periods open instead of the usual ones; empty closes the days.</param>
/// <param name="Reason">Shown to the public, 1 to 200 characters. No personal data.</param>
public sealed record DayException(LocalDate From, LocalDate Until, IReadOnlyList<OpenPeriod> Open, string Reason)
{
    /// <summary>Whether it speaks of a day.</summary>
    public bool Covers(LocalDate date) => From <= date && date <= Until;
}
