namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Plans an inspection (安排检查).</summary>
/// <param name="HomeId">The home.</param>
/// <param name="Template">Code of the checklist.</param>
/// <param name="DueOn">Day by which; absent to let the grade of the home decide.</param>
public sealed record PlanInspectionRequest(Guid HomeId, string Template, DateOnly? DueOn = null);
