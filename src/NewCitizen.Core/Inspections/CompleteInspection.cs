namespace NewCitizen.Inspections;

/// <summary>Command: put down what an inspection found (提交检查结果).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Answers">One answer an item of its checklist.</param>
/// <param name="PeopleFound">People counted, 0 to 10,000; null if nobody counted.</param>
public sealed record CompleteInspection(InspectionId Inspection, IReadOnlyList<InspectionAnswer> Answers, int? PeopleFound = null);
