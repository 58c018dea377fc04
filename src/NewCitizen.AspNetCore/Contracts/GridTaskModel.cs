using NewCitizen.Calendars;
using NewCitizen.Grid;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A task of a grid worker (网格任务).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Kind"><c>visit</c>, <c>conflict</c>, <c>review</c>, <c>hazardFollowUp</c> or <c>followUp</c>.</param>
/// <param name="State"><c>open</c>, <c>taken</c>, <c>done</c> or <c>cancelled</c>.</param>
/// <param name="SubjectKind">Kind of the record it is about.</param>
/// <param name="SubjectId">Id of that record.</param>
/// <param name="Topic">What about it; empty for all of it.</param>
/// <param name="AddressId">Where.</param>
/// <param name="CellId">The cell.</param>
/// <param name="WorkerId">Who has taken it.</param>
/// <param name="OpenedOn">Day it was opened.</param>
/// <param name="Due">Until when.</param>
public sealed record GridTaskModel(
    Guid Id,
    string Revision,
    string Kind,
    string State,
    string SubjectKind,
    Guid SubjectId,
    string Topic,
    Guid? AddressId,
    Guid? CellId,
    Guid? WorkerId,
    DateOnly OpenedOn,
    DueModel Due)
{
    internal static GridTaskModel Of(GridTask task, WorkCalendar calendar) => new(
        task.Id.Value,
        task.Revision.ToString(),
        WireName.Of(task.Kind),
        WireName.Of(task.State),
        task.SubjectKind,
        task.SubjectId,
        task.Topic,
        task.Address?.Value,
        task.Cell?.Value,
        task.Worker?.Value,
        task.OpenedOn.ToDateOnly(),
        DueModel.Of(task.Due(calendar)));
}
