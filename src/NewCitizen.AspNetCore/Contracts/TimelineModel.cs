using NewCitizen.AspNetCore.Problems;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a timeline (一人一档).</summary>
/// <param name="On">Day.</param>
/// <param name="Event">Stable code, such as <c>residence.since</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="SubjectKind">Kind of the record it is about.</param>
/// <param name="SubjectId">Id of that record.</param>
public sealed record TimelineModel(DateOnly On, string Event, MessageModel Text, string? SubjectKind, Guid? SubjectId)
{
    internal static TimelineModel Of(TimelineEntry entry) =>
        new(entry.On.ToDateOnly(), entry.Event.Code, new(entry.Event.Chinese, entry.Event.English), entry.SubjectKind, entry.SubjectId);
}
