using NodaTime;

namespace NewCitizen.Appointments.CalendarFiles;

/// <summary>What a calendar shows of one appointment (日历条目). Holds nothing the person does not need to find the place: no name, document or phone.</summary>
/// <param name="Uid">The same for ever for one appointment (RFC 5545, 3.8.4.7); no personal value.</param>
/// <param name="Sequence">Rises with each change (RFC 5545, 3.8.7.4), from 0.</param>
/// <param name="IsCancelled">Whether it no longer takes place: the file then takes it out of the calendar.</param>
/// <param name="Date">Day in Asia/Shanghai.</param>
/// <param name="Start">When it begins, Asia/Shanghai.</param>
/// <param name="End">When it ends; after the start, on the same day.</param>
/// <param name="Summary">Title.</param>
/// <param name="Location">Where; null for nothing.</param>
/// <param name="Description">Number, papers to bring; null for nothing.</param>
/// <param name="Organiser">Name of the place that invites.</param>
/// <param name="OrganiserUri">A URI that stands for it, such as <c>urn:uuid:…</c>; RFC 5546 wants one.</param>
/// <param name="Alarm">How long before the start the calendar reminds; null for no alarm.</param>
public sealed record CalendarEntry(
    string Uid,
    int Sequence,
    bool IsCancelled,
    LocalDate Date,
    LocalTime Start,
    LocalTime End,
    string Summary,
    string? Location,
    string? Description,
    string Organiser,
    string OrganiserUri,
    Duration? Alarm)
{
    /// <summary>The UID.</summary>
    public override string ToString() => Uid;
}
