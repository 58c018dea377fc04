using System.Globalization;

namespace NewCitizen.Calendars;

/// <summary>A number of workdays, or the year whose holidays would have to be known first.</summary>
/// <param name="Days">The number; <see langword="null"/> if a needed year is not announced. Negative when counted backwards.</param>
/// <param name="NotAnnouncedYear">The first year met whose holidays are not announced.</param>
public readonly record struct WorkdayCount(int? Days, int? NotAnnouncedYear)
{
    /// <summary>The number, or <c>NotAnnounced(2027)</c>.</summary>
    public override string ToString() => Days is { } days
        ? days.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"NotAnnounced({NotAnnouncedYear})");
}
