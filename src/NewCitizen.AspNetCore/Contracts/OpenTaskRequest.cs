namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Asks the grid to do something (下达任务).</summary>
/// <param name="Kind"><c>visit</c>, <c>review</c>, <c>hazardFollowUp</c> or <c>followUp</c>; conflicts come from reports only.</param>
/// <param name="SubjectKind">Kind of the record it is about, such as <c>hazard</c>.</param>
/// <param name="SubjectId">Id of that record.</param>
/// <param name="Topic">What about it; absent for all of it.</param>
/// <param name="AddressId">Where; decides the cell.</param>
public sealed record OpenTaskRequest(string Kind, string SubjectKind, Guid SubjectId, string? Topic = null, Guid? AddressId = null);
