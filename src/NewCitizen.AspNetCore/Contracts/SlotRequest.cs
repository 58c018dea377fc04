using System.Globalization;
using NewCitizen.Appointments;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Which place somebody wants (所选号源).</summary>
/// <param name="CentreId">Where.</param>
/// <param name="ItemId">What for.</param>
/// <param name="Date">Which day, Asia/Shanghai.</param>
/// <param name="Start">Start of the slot, such as <c>09:30</c>.</param>
/// <param name="Quota">Class of people whose places may be taken too; absent for open places only.</param>
public sealed record SlotRequest(Guid CentreId, Guid ItemId, DateOnly Date, string Start, string? Quota = null)
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Day and time.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Start}");

    internal static string Print(LocalTime time) => s_time.Format(time);

    /// <summary>The choice; null if the time is not one.</summary>
    internal SlotChoice? Choice() => s_time.Parse(Start) is { Success: true } time ? new(new(CentreId), new(ItemId), LocalDate.FromDateOnly(Date), time.Value, Quota) : null;
}
