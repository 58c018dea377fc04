using NodaTime;

namespace NewCitizen.Residents;

/// <summary>One line of a person's timeline (一人一档). Holds ids and dates, no personal values.</summary>
/// <param name="On">Day, Asia/Shanghai.</param>
/// <param name="Event">What happened.</param>
/// <param name="SubjectKind">Kind of the record it is about, such as <c>standard_address</c>; null for the file itself.</param>
/// <param name="SubjectId">Id of that record.</param>
/// <param name="File">The file it stands in: the person's own, or one merged into it.</param>
public sealed record TimelineEntry(LocalDate On, TimelineEvent Event, string? SubjectKind, Guid? SubjectId, ResidentId File);
