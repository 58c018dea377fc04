namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Puts down what an inspection found (提交检查).</summary>
/// <param name="Answers">One answer an item.</param>
/// <param name="PeopleFound">People counted.</param>
public sealed record CompleteInspectionRequest(IReadOnlyList<AnswerModel> Answers, int? PeopleFound = null);
