using NewCitizen.Housing;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>A visit to a home with a checklist (检查), planned and then done.</summary>
public sealed record Inspection
{
    /// <summary>Identifies the inspection.</summary>
    public required InspectionId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>The home.</summary>
    public required RentalPropertyId Home { get; init; }

    /// <summary>Code of the checklist.</summary>
    public required string Template { get; init; }

    /// <summary>Version of the checklist it was done with; null before.</summary>
    public string? TemplateVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public InspectionState State { get; init; }

    /// <summary>Day by which it is to be done.</summary>
    public LocalDate DueOn { get; init; }

    /// <summary>Grade of the home when it was planned; null if somebody set the day.</summary>
    public RiskGrade? Grade { get; init; }

    /// <summary>Day it was done; null before.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>Account that did it; null before.</summary>
    public string? Inspector { get; init; }

    /// <summary>People counted; null if nobody counted.</summary>
    public int? PeopleFound { get; init; }

    /// <summary>The answers, in the order of the checklist.</summary>
    public IReadOnlyList<InspectionAnswer> Answers { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}
