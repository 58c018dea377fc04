namespace NewCitizen.Inspections.Rules;

/// <summary>
/// What a grade may rest on (分级事实): numbers about the home and how it is kept. By its type it cannot carry who the people are: no origin, no
/// household register (户籍), no ethnicity, no text at all; a test looks at every member.
/// </summary>
public sealed record GradeFacts
{
    /// <summary>Rooms on file.</summary>
    public int Rooms { get; init; }

    /// <summary>Beds on file.</summary>
    public int Beds { get; init; }

    /// <summary>Rooms with more people than their limit.</summary>
    public int OverOccupiedRooms { get; init; }

    /// <summary>People on file as living there.</summary>
    public int PeopleOnFile { get; init; }

    /// <summary>People counted at the last inspection; null if nobody counted.</summary>
    public int? PeopleFound { get; init; }

    /// <summary>Major hazards that are not closed.</summary>
    public int OpenMajorHazards { get; init; }

    /// <summary>Other hazards that are not closed.</summary>
    public int OpenHazards { get; init; }

    /// <summary>Hazards past their day; null where the holidays of a needed year are not announced.</summary>
    public int? OverdueHazards { get; init; }

    /// <summary>Justified complaints of the last twelve months; null where they are not counted.</summary>
    public int? ComplaintsInYear { get; init; }
}
