using NewCitizen.Addresses;

namespace NewCitizen.Grid;

/// <summary>Command: ask the grid to do something (下达任务).</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="SubjectKind">Kind of the record it is about, such as <c>hazard</c>; lower snake case.</param>
/// <param name="SubjectId">Id of that record.</param>
/// <param name="Topic">What about it; lower case letters, digits, hyphens and dots, at most 40; empty for all of it.</param>
/// <param name="Address">Where; decides the cell.</param>
public sealed record OpenTask(GridTaskKind Kind, string SubjectKind, Guid SubjectId, string Topic = "", StandardAddressId? Address = null);
