namespace NewCitizen.Inspections;

/// <summary>How far an overdue hazard is to be escalated (督办级别), or why that cannot be said.</summary>
/// <param name="Level">0 while it is in time; null if it cannot be said.</param>
/// <param name="NotAnnouncedYear">The year whose holidays would have to be known; null otherwise.</param>
/// <param name="IsConfigured">Whether the steps are configured.</param>
public readonly record struct EscalationAnswer(int? Level, int? NotAnnouncedYear, bool IsConfigured);
