using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Something dangerous in a home, from its finding to its closing (隐患). It belongs to the home, not to a person.</summary>
public sealed record Hazard
{
    /// <summary>Identifies the hazard.</summary>
    public required HazardId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>The home.</summary>
    public required RentalPropertyId Home { get; init; }

    /// <summary>The inspection it was found at; null if it was reported otherwise.</summary>
    public InspectionId? Inspection { get; init; }

    /// <summary>Code of the checklist item it broke; null if it was reported otherwise.</summary>
    public string? Item { get; init; }

    /// <summary>How bad it is.</summary>
    public HazardSeverity Severity { get; init; }

    /// <summary>What is wrong; at most 200 characters, kept encrypted.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Description { get; init; }

    /// <summary>Where it stands.</summary>
    public HazardState State { get; init; }

    /// <summary>Day it was found.</summary>
    public LocalDate FoundOn { get; init; }

    /// <summary>Day of the notice, or of the last failed re-check; null before the notice.</summary>
    public LocalDate? NoticedOn { get; init; }

    /// <summary>Working days to put it right, counted from the day after <see cref="NoticedOn"/>.</summary>
    public int? LimitWorkdays { get; init; }

    /// <summary>Day it was closed; null before.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>How far it was escalated; 0 for not at all.</summary>
    public int EscalationLevel { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<HazardStep> Steps { get; init; } = [];

    /// <summary>Last day to put it right; null before the notice and once it was put right. A year not announced is said, not guessed.</summary>
    public DeadlineAnswer? Due(WorkCalendar calendar) =>
        State == HazardState.Noticed && NoticedOn is { } noticed && LimitWorkdays is { } days ? new WorkingDays(days).After(noticed, calendar) : null;

    /// <summary>The id: a description may hold anything.</summary>
    public override string ToString() => Id.ToString();
}
