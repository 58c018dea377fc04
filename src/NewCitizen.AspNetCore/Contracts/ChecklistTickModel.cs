namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An item that is done (已完成项目).</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Account that ticked it.</param>
public sealed record ChecklistTickModel(string Item, DateTimeOffset At, string Actor);
