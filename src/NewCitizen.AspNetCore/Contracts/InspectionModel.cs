using NewCitizen.Inspections;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An inspection (检查).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="HomeId">The home.</param>
/// <param name="Template">Code of the checklist.</param>
/// <param name="State"><c>planned</c>, <c>done</c> or <c>cancelled</c>.</param>
/// <param name="DueOn">Day by which it is to be done.</param>
/// <param name="Grade">Grade of the home when it was planned.</param>
/// <param name="DoneOn">Day it was done.</param>
/// <param name="PeopleFound">People counted.</param>
/// <param name="Answers">The answers.</param>
public sealed record InspectionModel(
    Guid Id, string Revision, Guid HomeId, string Template, string State, DateOnly DueOn, string? Grade, DateOnly? DoneOn, int? PeopleFound, IReadOnlyList<AnswerModel> Answers)
{
    internal static InspectionModel Of(Inspection inspection) => new(
        inspection.Id.Value,
        inspection.Revision.ToString(),
        inspection.Home.Value,
        inspection.Template,
        WireName.Of(inspection.State),
        inspection.DueOn.ToDateOnly(),
        inspection.Grade is { } grade ? WireName.Of(grade) : null,
        inspection.DoneOn?.ToDateOnly(),
        inspection.PeopleFound,
        [.. inspection.Answers.Select(answer => new AnswerModel(answer.Item, WireName.Of(answer.Verdict), answer.Note))]);
}
