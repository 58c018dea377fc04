using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Which place somebody wants (所选号源).</summary>
/// <param name="Centre">Where.</param>
/// <param name="Item">What for.</param>
/// <param name="Date">Which day, Asia/Shanghai.</param>
/// <param name="Start">Start of the first slot.</param>
/// <param name="Quota">Class of people whose places may be taken too, such as <c>elderly</c>; null for open places only.</param>
public sealed record SlotChoice(ServiceCentreId Centre, ServiceItemId Item, LocalDate Date, LocalTime Start, string? Quota = null);
