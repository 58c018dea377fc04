using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Appointments.CalendarFiles;

/// <summary>Makes the calendar entry of an appointment (预约日历): what for, where, when, the number and the papers to bring. No name, document or phone.</summary>
public static class AppointmentCalendar
{
    /// <summary>The entry.</summary>
    /// <param name="appointment">The appointment.</param>
    /// <param name="centre">Where it is.</param>
    /// <param name="item">What for.</param>
    /// <param name="english">Whether texts are in English where there are any.</param>
    /// <param name="alarm">How long before the start the calendar reminds; null for the plan's own term, or none if it has none.</param>
    /// <exception cref="ArgumentException">Centre or item are not those of the appointment.</exception>
    public static CalendarEntry Entry(Appointment appointment, ServiceCentre centre, ServiceItem item, bool english = false, Duration? alarm = null)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ArgumentNullException.ThrowIfNull(centre);
        ArgumentNullException.ThrowIfNull(item);
        if (centre.Id != appointment.Centre || item.Id != appointment.Item)
        {
            throw new ArgumentException("Centre or item are those of another appointment.", nameof(centre));
        }

        var place = english ? centre.EnglishName ?? centre.Name : centre.Name;
        var what = english ? item.EnglishName ?? item.Name : item.Name;
        string Name(ServiceMaterial paper) => english ? paper.EnglishName ?? paper.Name : paper.Name;

        // Papers that replace each other are one thing to bring.
        var papers = item.Materials
            .GroupBy(paper => paper.Alternative ?? "\n" + paper.Code, StringComparer.Ordinal)
            .Select(group => group.Count() > 1
                ? (english ? "one of: " : "任选其一：") + string.Join(english ? " / " : "／", group.Select(Name))
                : Name(group.First()) + (group.First().IsRequired ? string.Empty : english ? " (if you have it)" : "（如有）"));
        var description = string.Join('\n', new[] { (english ? "Booking number: " : "预约号：") + appointment.Number, item.Materials.Count == 0 ? null : (english ? "Bring: " : "请携带：") + string.Join(english ? "; " : "；", papers) }.OfType<string>());
        return new CalendarEntry(
            $"{appointment.Id}@appointments.newcitizen",
            appointment.Sequence,
            !appointment.IsLiving,
            appointment.Date,
            appointment.Start,
            appointment.End,
            english ? $"{what}, {place}" : $"{what}（{place}）",
            centre.Address is null ? place : english ? $"{place}, {centre.Address}" : $"{place} {centre.Address}",
            description,
            place,
            $"urn:uuid:{centre.Id}",
            alarm ?? centre.FindPlan(appointment.Plan)?.RemindAhead);
    }
}
